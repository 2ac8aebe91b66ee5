import type { DbOrTx } from "@letterpress/db/create-db";
import { type FullRevisionRow, getRevision } from "@letterpress/db/read-revisions";
import type { ContentType } from "@letterpress/model/content-type";
import type { StaleDetails } from "../error-details.ts";
import { LetterpressError } from "../errors.ts";
import { currentFields } from "../evolution/current-fields.ts";
import { compareFields } from "./compare-fields.ts";
import type { EntryRow } from "./entry.ts";
import { toRevisionSummary } from "./revision.ts";

/** What a refused save was made from, and would have changed. */
interface RefusedSave {
  expectedVersion: number;
  fields: Record<string, unknown>;
}

/**
 * The current version, for whoever tried to change an older one, and with a save how the two differ from what both
 * started from. Throws `UPGRADE_FAILED`.
 */
export async function staleDetails(
  db: DbOrTx,
  type: ContentType,
  row: EntryRow,
  save?: RefusedSave,
): Promise<StaleDetails> {
  const { version, slug, updatedAt } = row;
  const entry = { type: row.type, entryId: row.id, visibleTo: undefined };
  const latest = await getRevision(db, entry, version);
  const author = latest === null || latest === "none" ? null : toRevisionSummary(latest).author;
  const fields = { ...currentFields(type, row), slug };
  const current = { version, slug, fields, updatedAt, author };
  if (!save) return { current, comparison: [] };
  const from = await getRevision(db, entry, save.expectedVersion);
  const base = from === null || from === "none" ? null : fieldsOrNull(type, from);
  return { current, comparison: compareFields(type, { base, theirs: fields, changes: save.fields }) };
}

/** What cannot be brought to the current version of its type is as good as gone: there is nothing to compare with. */
function fieldsOrNull(type: ContentType, from: FullRevisionRow): Record<string, unknown> | null {
  try {
    return { ...currentFields(type, from), slug: from.slug };
  } catch (error) {
    if (error instanceof LetterpressError && error.errorCode === "UPGRADE_FAILED") return null;
    throw error;
  }
}
