import { emit } from "@letterpress/db/events";
import type { Prisma } from "@letterpress/db/generated/client";
import { lockEntry } from "@letterpress/db/lock-rows";
import { uniqueViolation } from "@letterpress/db/unique-violation";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { addRevision } from "../entries/add-revision.ts";
import type { EntryRow } from "../entries/entry.ts";
import { eventEntry } from "../entries/event-entry.ts";
import { freeSlug } from "../entries/free-slug.ts";
import { isFreeSlug } from "../entries/require-free-slug.ts";
import { findInBin } from "./find-in-bin.ts";

/** Where an entry is that came back from the bin. */
export interface RestoredEntry {
  id: string;
  type: string;
  slug: string;
}

/**
 * Takes an entry out of the bin. It comes back as a draft, whatever it was: nothing of it is published or scheduled. It
 * has its slug again, or that with a number where another entry has taken it: as its next revision then. Throws
 * `ENTRY_MISSING`.
 */
export async function restoreEntry(deps: Deps, actor: Actor, input: { id: string }): Promise<RestoredEntry> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withTx(deps.db, (tx) => restore(deps, tx, actor, input.id));
    } catch (error) {
      // Somebody has taken the slug at this moment: the next try sees that.
      if (uniqueViolation(error) !== "entry_type_locale_slug_key" || attempt === 3) throw error;
    }
  }
}

async function restore(deps: Deps, tx: Tx, actor: Actor, id: string): Promise<RestoredEntry> {
  await lockEntry(tx, id);
  const row = await findInBin(deps, tx, actor, id);
  const { type } = row;
  const isFree = await isFreeSlug(deps, tx, { type, slug: row.slug, entryId: id });
  const slug = isFree ? row.slug : await freeSlug(deps, tx, { type, title: row.slug, entryId: id });
  const version = isFree ? row.version : await addMoved(deps, tx, actor, row, slug);
  const back = { deletedAt: null, deletedById: null, stage: "draft" } as const;
  await tx.entry.updateMany({ where: { id }, data: { ...back, slug, version } });
  emit(tx, eventActor(actor), { name: "entry.undeleted", ...eventEntry({ ...row, slug, version }) });
  return { id, type, slug };
}

/** The draft as it was, under another slug. Gives its version. */
async function addMoved(deps: Deps, tx: Tx, actor: Actor, row: EntryRow, slug: string): Promise<number> {
  const version = row.version + 1;
  await addRevision(tx, actor, {
    entryId: row.id,
    version,
    schemaVersion: row.schemaVersion,
    slug,
    fields: row.fields as Prisma.InputJsonObject,
    createdAt: deps.clock(),
    kind: "save",
    note: "",
    sittingAt: null,
  });
  return version;
}
