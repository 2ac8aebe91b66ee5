import type { DbOrTx } from "@letterpress/db/create-db";
import type { ContentModel, ContentType } from "@letterpress/model/content-type";
import type { RenderedMarkdown } from "@letterpress/model/fields/markdown";
import type { EntryRow } from "../entries/entry.ts";
import { titleOf } from "../entries/title-of.ts";
import { fail } from "../errors.ts";
import { fieldsToChange } from "../evolution/current-fields.ts";
import { requireType } from "../model/require-type.ts";
import { publishIssues } from "./publish-issues.ts";
import { renderTexts } from "./render-texts.ts";

/** A revision that is ready to be shown to readers. */
export interface PreparedPublish {
  type: ContentType;
  row: EntryRow;
  version: number;
  slug: string;
  title: string;
  /** In the form of the type's current version. */
  fields: Record<string, unknown>;
  /** Rendered markdown by dotted path. */
  texts: Map<string, RenderedMarkdown>;
}

/**
 * Checks and renders a revision of an entry, the latest unless told. It takes its time, so it is done before the
 * transaction that publishes. Throws `REVISION_MISSING`, `ENTRY_INCOMPLETE`, `ENTRY_NEWER` and `UPGRADE_FAILED`.
 */
export async function preparePublish(
  db: DbOrTx,
  model: ContentModel,
  row: EntryRow,
  version = row.version,
): Promise<PreparedPublish> {
  const type = requireType(model, row.type);
  const draft = version === row.version ? row : await findRevision(db, row.id, version);
  const fields = fieldsToChange(type, draft);
  const issues = publishIssues(type, fields);
  if (issues.length > 0)
    return fail("ENTRY_INCOMPLETE", { issues, entry: { type: row.type, id: row.id, title: row.title } });
  const texts = await renderTexts(db, type, fields);
  return { type, row, version, slug: draft.slug, title: titleOf(type, fields), fields, texts };
}

async function findRevision(db: DbOrTx, entryId: string, version: number) {
  const revision = await db.revision.findUnique({
    where: { entryId_version: { entryId, version } },
    select: { schemaVersion: true, slug: true, fields: true },
  });
  return revision ?? fail("REVISION_MISSING");
}
