import { isDeepStrictEqual } from "node:util";
import type { Tx } from "@letterpress/db/with-tx";
import type { ContentType } from "@letterpress/model/content-type";
import type { Actor } from "../access/actor.ts";
import { fail } from "../errors.ts";
import { fieldsToChange } from "../evolution/current-fields.ts";
import { type EntryRow, entrySelect } from "./entry.ts";
import { findEntry } from "./get-entry.ts";
import { splitFields } from "./split-fields.ts";
import { staleDetails } from "./stale-details.ts";

interface Making {
  id: string;
  type: ContentType;
  /** Already checked by the type's schema. */
  fields: Record<string, unknown>;
}

/**
 * The entry that an earlier call with this id has made; `null` when there was none. Only who made it is answered: what
 * others learn of an id is that they cannot use it. Throws `BAD_INPUT` for these, `ENTRY_MISSING` for an entry that lies in
 * the bin, and `ENTRY_STALE` where the entry is not what this call would have made.
 */
export async function findMade(tx: Tx, actor: Actor, { id, type, fields }: Making): Promise<EntryRow | null> {
  const row = await tx.entry.findUnique({ where: { id }, select: entrySelect });
  if (!row) return null;
  const isOwn = actor.kind === "user" && row.createdById === actor.userId && row.type === type.name;
  if (!isOwn) return fail("BAD_INPUT", { issues: [{ path: "id", message: "Choose another id." }] });
  const entry = await findEntry(tx, actor, { id, type: type.name });
  const { slug, stored } = splitFields(type, {}, fields);
  const isSame = isDeepStrictEqual(fieldsToChange(type, entry), stored) && (slug ?? row.slug) === row.slug;
  if (isSame) return entry;
  return fail("ENTRY_STALE", await staleDetails(tx, type, entry, { expectedVersion: 0, fields }));
}
