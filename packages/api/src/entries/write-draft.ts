import { isDeepStrictEqual } from "node:util";
import { emit } from "@letterpress/db/events";
import type { Prisma } from "@letterpress/db/generated/client";
import type { Tx } from "@letterpress/db/with-tx";
import type { ContentType } from "@letterpress/model/content-type";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { fieldsToChange } from "../evolution/current-fields.ts";
import { addRevision } from "./add-revision.ts";
import { type Entry, type EntryRow, entrySelect, toEntry } from "./entry.ts";
import { eventEntry } from "./event-entry.ts";

interface Draft {
  type: ContentType;
  /** The entry as it is; the caller has locked it. */
  row: EntryRow;
  slug: string;
  title: string;
  /** In the form of the type's current version. */
  fields: Prisma.InputJsonObject;
  /** The revision that they are taken from, when they are not what somebody has written just now. */
  restoredVersion?: number;
}

/**
 * Writes the next revision of an entry and what happened. A draft that is what the entry has already makes none.
 * Throws `ENTRY_NEWER` and `UPGRADE_FAILED`.
 */
export async function writeDraft(deps: Deps, tx: Tx, actor: Actor, draft: Draft): Promise<Entry> {
  const { type, row, slug, title, fields, restoredVersion } = draft;
  const before = fieldsToChange(type, row);
  if (slug === row.slug && isDeepStrictEqual(fields, before)) return toEntry(deps.model, actor, row);

  const version = row.version + 1;
  const schemaVersion = type.version;
  const now = deps.clock();
  const saved = await tx.entry.update({
    where: { id: row.id },
    data: { slug, title, version, schemaVersion, fields, updatedAt: now },
    select: entrySelect,
  });
  await addRevision(tx, actor, { entryId: row.id, version, schemaVersion, slug, fields, createdAt: now });
  const happened = eventEntry(saved);
  emit(
    tx,
    eventActor(actor),
    restoredVersion === undefined
      ? { name: "entry.saved", ...happened, autosave: false }
      : { name: "entry.restored", ...happened, restoredVersion },
  );
  return toEntry(deps.model, actor, saved);
}
