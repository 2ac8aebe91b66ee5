import { emit } from "@letterpress/db/events";
import { uniqueViolation } from "@letterpress/db/unique-violation";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { addRevision } from "./add-revision.ts";
import { type Entry, type EntryRow, entrySelect, toEntry } from "./entry.ts";
import { freeSlug, isMadeOf } from "./free-slug.ts";
import { findEntry } from "./get-entry.ts";
import { requireFreeSlug } from "./require-free-slug.ts";
import { requireType } from "./require-type.ts";
import { splitFields } from "./split-fields.ts";
import { staleDetails } from "./stale-details.ts";

interface EntrySave {
  type: string;
  id: string;
  /** The version that the changes were made to. */
  expectedVersion: number;
  /** Already checked by the type's schema. */
  fields: Record<string, unknown>;
}

/**
 * Saves changes to a draft as its next revision. Throws `ENTRY_MISSING`, `SLUG_TAKEN`, and `ENTRY_STALE` with the
 * current version when somebody else saved first: a save never overwrites what its author did not see.
 */
export async function saveEntry(deps: Deps, actor: Actor, input: EntrySave): Promise<Entry> {
  const type = requireType(deps.model, input.type);
  const row = await findEntry(deps, actor, input);
  if (row.version !== input.expectedVersion) return fail("ENTRY_STALE", staleDetails(row));
  const change = splitFields(type, row.fields as Record<string, unknown>, input.fields);
  const version = row.version + 1;
  const now = deps.clock();
  try {
    const saved = await withTx(deps.db, async (tx) => {
      const slug = await slugAfter();
      // The version in the condition decides between two saves that read the same row.
      const { count } = await tx.entry.updateMany({
        where: { id: row.id, version: input.expectedVersion },
        data: { slug, title: change.title, version, fields: change.stored, updatedAt: now },
      });
      if (count === 0) return null;
      await addRevision(tx, actor, {
        entryId: row.id,
        version,
        schemaVersion: 1,
        slug,
        fields: change.stored,
        createdAt: now,
      });
      await emit(tx, eventActor(actor), {
        name: "entry.saved",
        entryId: row.id,
        type: type.name,
        slug,
        version,
      });
      return tx.entry.findUniqueOrThrow({ where: { id: row.id }, select: entrySelect });

      async function slugAfter(): Promise<string> {
        const request = { type: type.name, entryId: row.id };
        if (change.slug !== undefined && change.slug !== row.slug) {
          await requireFreeSlug(deps, tx, { ...request, slug: change.slug });
          return change.slug;
        }
        if (!followsTitle(row) || change.title === row.title) return row.slug;
        return freeSlug(deps, tx, { ...request, title: change.title });
      }
    });
    if (saved) return toEntry(deps.model, saved);
  } catch (error) {
    if (uniqueViolation(error) === "entry_type_locale_slug_key")
      return fail("SLUG_TAKEN", { slug: change.slug ?? row.slug });
    throw error;
  }
  return fail("ENTRY_STALE", staleDetails(await findEntry(deps, actor, input)));
}

/** Until it is published first, a slug that was made of the title follows it; after that, links may rely on it. */
function followsTitle(row: EntryRow): boolean {
  return row.firstPublishedAt === null && isMadeOf(row.slug, row.title);
}
