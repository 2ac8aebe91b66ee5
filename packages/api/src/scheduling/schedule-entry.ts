import { emit } from "@letterpress/db/events";
import { Prisma } from "@letterpress/db/generated/client";
import { lockEntries } from "@letterpress/db/lock-rows";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { type Entry, toEntry } from "../entries/entry.ts";
import { eventEntry } from "../entries/event-entry.ts";
import { findEntry } from "../entries/get-entry.ts";
import { staleDetails } from "../entries/stale-details.ts";
import { fail } from "../errors.ts";
import { mainLocale } from "../model/main-locale.ts";
import { requireType } from "../model/require-type.ts";
import { keepWhatIsShown } from "../publishing/keep-what-is-shown.ts";
import { type CheckedRevision, checkRevision } from "../publishing/prepare-publish.ts";
import { requirePossible } from "../workflow/require-possible.ts";
import { requireFuture } from "./require-future.ts";

interface EntrySchedule {
  type: string;
  id: string;
  /** The revision that is published then; later ones are not. */
  expectedVersion: number;
  at: Date;
}

/**
 * Lets a draft as it is now be published by itself at a time, in place of an earlier schedule. What could not be
 * published now is refused at once: throws `ENTRY_MISSING`, `ENTRY_STALE`, `ACTION_NOT_POSSIBLE`, `BAD_INPUT` for a
 * time that has come, `ENTRY_INCOMPLETE`, `REFERENCE_MISSING`, `SLUG_TAKEN`, `ENTRY_NEWER` and `UPGRADE_FAILED`.
 */
export async function scheduleEntry(deps: Deps, actor: Actor, input: EntrySchedule): Promise<Entry> {
  const { id, at } = input;
  return withTx(deps.db, async (tx) => {
    await lockEntries(tx, [id]);
    const row = await findEntry(tx, actor, input);
    if (row.version !== input.expectedVersion)
      return fail("ENTRY_STALE", await staleDetails(tx, requireType(deps.model, row.type), row));
    requirePossible("schedule", row);
    await requireFuture(tx, at);
    await requirePublishable(tx, await checkRevision(tx, deps.model, row));
    const schedule = { scheduledFor: at, scheduledVersion: row.version, scheduleFailure: null };
    const scheduledById = actor.kind === "user" ? actor.userId : null;
    await tx.entry.updateMany({
      where: { id },
      data: { ...schedule, scheduledById, scheduleFailure: Prisma.DbNull },
    });
    emit(tx, eventActor(actor), {
      name: "entry.scheduled",
      ...eventEntry(row),
      scheduledFor: at.toISOString(),
    });
    return toEntry(deps.model, actor, { ...row, ...schedule });
  });
}

async function requirePublishable(tx: Tx, { type, row, slug, fields }: CheckedRevision): Promise<void> {
  await keepWhatIsShown(tx, type, fields);
  const other = await tx.publishedEntry.findFirst({
    where: { type: type.name, locale: mainLocale, slug, entryId: { not: row.id } },
    select: { entryId: true },
  });
  if (other) fail("SLUG_TAKEN", { slug });
}
