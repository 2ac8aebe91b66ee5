import type { DbOrTx } from "@letterpress/db/create-db";
import type { ContentModel, ContentType } from "@letterpress/model/content-type";
import { zodOf } from "@letterpress/model/zod-of";
import type { EntryRow } from "../entries/entry.ts";
import { renderPreview } from "../markdown/render-preview.ts";
import { type PreparedPublish, readRevision } from "../publishing/prepare-publish.ts";
import { renderTexts } from "../publishing/render-texts.ts";

/**
 * Renders a draft as publishing would, whatever it lacks; values that do not fit their fields any more are left out.
 * Throws `ENTRY_NEWER` and `UPGRADE_FAILED`.
 */
export async function prepareDraft(db: DbOrTx, model: ContentModel, row: EntryRow): Promise<PreparedPublish> {
  const revision = await readRevision(db, model, row);
  const fields = fitting(revision.type, revision.fields);
  return { ...revision, fields, texts: await renderTexts(db, revision.type, fields, renderPreview) };
}

function fitting(type: ContentType, fields: Record<string, unknown>): Record<string, unknown> {
  const fits = ([name, value]: [string, unknown]) => {
    const field = type.fields[name];
    const error = field && zodOf(field.input).safeParse(value).error;
    return !error || error.issues.every((issue) => issue.code === "unrecognized_keys");
  };
  return Object.fromEntries(Object.entries(fields).filter(fits));
}
