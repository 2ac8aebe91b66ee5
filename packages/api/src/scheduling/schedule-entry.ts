import { againAfterDeadlock } from "@letterpress/db/again-after-deadlock";
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
import type { DraftAt } from "../publishing/publish-entry.ts";
import { requirePossible } from "../workflow/require-possible.ts";
import { requireFuture } from "./require-future.ts";

/** `expectedVersion` is the revision that is published then; later ones are not. */
interface EntrySchedule extends DraftAt {
  at: Date;
  /** Others that are scheduled for the same time: all of them, or none. */
  with?: DraftAt[] | undefined;
}

/**
 * Lets a draft as it is now be published by itself at a time, in place of an earlier schedule. Those that are scheduled
 * with it have the same time and nothing else in common: when it comes, each is published by itself, in no particular
 * order and mostly within the same second, and one that fails keeps no other back. A release publishes all or nothing.
 *
 * What could not be published now is refused at once: throws `ENTRY_MISSING`, `ENTRY_STALE`, `ACTION_NOT_POSSIBLE`,
 * `BAD_INPUT` for a time that has come, `ENTRY_INCOMPLETE`, `REFERENCE_MISSING`, `SLUG_TAKEN`, `ENTRY_NEWER` and
 * `UPGRADE_FAILED`.
 */
export async function scheduleEntry(deps: Deps, actor: Actor, input: EntrySchedule): Promise<Entry> {
  const { at } = input;
  const drafts = new Map([...(input.with ?? []), input].map((draft) => [draft.id, draft]));
  // What these refer to is kept after they are locked: somebody may do the same the other way round.
  return againAfterDeadlock(() =>
    withTx(deps.db, async (tx) => {
      await lockEntries(tx, [...drafts.keys()]);
      await requireFuture(tx, at);
      for (const draft of drafts.values()) if (draft !== input) await scheduleOne(deps, tx, actor, draft, at);
      return scheduleOne(deps, tx, actor, input, at);
    }),
  );
}

/** The caller has locked the entry. */
async function scheduleOne(deps: Deps, tx: Tx, actor: Actor, draft: DraftAt, at: Date): Promise<Entry> {
  const row = await findEntry(tx, actor, draft);
  const { id, type, title, version } = row;
  if (version !== draft.expectedVersion) {
    const details = await staleDetails(tx, requireType(deps.model, type), row);
    return fail("ENTRY_STALE", { ...details, entry: { type, id, title } });
  }
  requirePossible("schedule", row);
  await requirePublishable(tx, await checkRevision(tx, deps.model, row));
  const schedule = { scheduledFor: at, scheduledVersion: version, scheduleFailure: null };
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
}

async function requirePublishable(tx: Tx, { type, row, slug, fields }: CheckedRevision): Promise<void> {
  await keepWhatIsShown(tx, type, fields, row);
  const other = await tx.publishedEntry.findFirst({
    where: { type: type.name, locale: mainLocale, slug, entryId: { not: row.id } },
    select: { entryId: true },
  });
  if (other) fail("SLUG_TAKEN", { slug });
}
