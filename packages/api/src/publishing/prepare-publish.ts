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

/** What a revision would show to readers. */
export interface CheckedRevision {
  type: ContentType;
  row: EntryRow;
  version: number;
  slug: string;
  title: string;
  /** In the form of the type's current version. */
  fields: Record<string, unknown>;
}

/** One that is ready to be shown to readers. */
export interface PreparedPublish extends CheckedRevision {
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
  const checked = await checkRevision(db, model, row, version);
  return { ...checked, texts: await renderTexts(db, checked.type, checked.fields) };
}

/** The same without rendering, to know early whether a revision could be published. */
export async function checkRevision(
  db: DbOrTx,
  model: ContentModel,
  row: EntryRow,
  version = row.version,
): Promise<CheckedRevision> {
  const revision = await readRevision(db, model, row, version);
  const issues = publishIssues(revision.type, revision.fields);
  if (issues.length > 0)
    return fail("ENTRY_INCOMPLETE", { issues, entry: { type: row.type, id: row.id, title: row.title } });
  return revision;
}

/** The same, whatever it lacks. */
export async function readRevision(
  db: DbOrTx,
  model: ContentModel,
  row: EntryRow,
  version = row.version,
): Promise<CheckedRevision> {
  const type = requireType(model, row.type);
  const draft = version === row.version ? row : await findRevision(db, row.id, version);
  const fields = fieldsToChange(type, draft);
  return { type, row, version, slug: draft.slug, title: titleOf(type, fields), fields };
}

async function findRevision(db: DbOrTx, entryId: string, version: number) {
  const revision = await db.revision.findUnique({
    where: { entryId_version: { entryId, version } },
    select: { schemaVersion: true, slug: true, fields: true },
  });
  return revision ?? fail("REVISION_MISSING");
}
