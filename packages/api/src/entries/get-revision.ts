import type { DbOrTx } from "@letterpress/db/create-db";
import { type FullRevisionRow, getRevision as readRevision } from "@letterpress/db/read-revisions";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { currentFields } from "../evolution/current-fields.ts";
import { requireType } from "../model/require-type.ts";
import { type Revision, toRevisionSummary } from "./revision.ts";
import { onlyOf } from "./visible-entries.ts";

interface RevisionAt {
  type: string;
  id: string;
  version: number;
}

/** Throws `ENTRY_MISSING`, for an entry that the actor may not see too, `REVISION_MISSING` and `UPGRADE_FAILED`. */
export async function getRevision(deps: Deps, actor: Actor, input: RevisionAt): Promise<Revision> {
  const row = await findRevision(deps.db, actor, input);
  const fields = currentFields(requireType(deps.model, input.type), row);
  return { ...toRevisionSummary(row), fields: { ...fields, slug: row.slug } };
}

/** The row behind {@link getRevision}. */
export async function findRevision(db: DbOrTx, actor: Actor, input: RevisionAt): Promise<FullRevisionRow> {
  const entry = { type: input.type, entryId: input.id, visibleTo: onlyOf(actor) };
  const row = (await readRevision(db, entry, input.version)) ?? fail("ENTRY_MISSING");
  return row === "none" ? fail("REVISION_MISSING") : row;
}
