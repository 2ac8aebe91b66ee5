import { isDeepStrictEqual } from "node:util";
import { coalesceAutosave } from "@letterpress/db/coalesce-autosave";
import { emit } from "@letterpress/db/events";
import type { Prisma } from "@letterpress/db/generated/client";
import type { Tx } from "@letterpress/db/with-tx";
import type { ContentType } from "@letterpress/model/content-type";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import { isAllowed } from "../access/permissions.ts";
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
  /** What the author says of the revision; empty when nothing. */
  note: string;
  origin: "save" | "autosave" | { restoredVersion: number };
}

/** Milliseconds after its first autosave that a sitting is over, so that a day of writing keeps a history. */
const longestSitting = 10 * 60_000;

/**
 * Writes the next revision of an entry and what happened. A draft that is what the entry has already makes none,
 * unless there is a note to keep. An approved draft that changes is to be approved again, unless whoever changed it
 * may approve it. Throws `ENTRY_NEWER` and `UPGRADE_FAILED`.
 */
export async function writeDraft(deps: Deps, tx: Tx, actor: Actor, draft: Draft): Promise<Entry> {
  const { type, row, slug, title, fields, note, origin } = draft;
  const before = fieldsToChange(type, row);
  const isSame = slug === row.slug && isDeepStrictEqual(fields, before);
  if (isSame && note === "") return toEntry(deps.model, actor, row);

  const version = row.version + 1;
  const schemaVersion = type.version;
  const now = deps.clock();
  const revision = { entryId: row.id, version, schemaVersion, slug, fields, createdAt: now, note };
  // What somebody had written before they restored another revision stays in sight.
  const sittingAt = typeof origin === "string" ? await continueSitting(tx, actor, row, now) : null;
  await addRevision(tx, actor, {
    ...revision,
    kind: typeof origin === "string" ? origin : "restore",
    sittingAt: origin === "autosave" ? (sittingAt ?? now) : null,
  });
  const isReviewed = isSame || isAllowed(actor, "entries.review");
  const saved = await tx.entry.update({
    where: { id: row.id },
    data: {
      slug,
      title,
      version,
      schemaVersion,
      fields,
      updatedAt: now,
      ...(row.stage === "approved" && !isReviewed ? { stage: "draft" } : {}),
    },
    select: entrySelect,
  });
  const happened = eventEntry(saved);
  emit(
    tx,
    eventActor(actor),
    typeof origin === "string"
      ? { name: "entry.saved", ...happened, autosave: origin === "autosave" }
      : { name: "entry.restored", ...happened, ...origin },
  );
  return toEntry(deps.model, actor, saved);
}

/** Programs that share no more than being nobody's user are not one author: what they autosave stays. */
async function continueSitting(tx: Tx, actor: Actor, row: EntryRow, now: Date): Promise<Date | null> {
  if (actor.kind !== "user") return null;
  return coalesceAutosave(tx, {
    entryId: row.id,
    version: row.version,
    authorId: actor.userId,
    sittingSince: new Date(now.getTime() - longestSitting),
  });
}
