import { type Choice, claimDueEntries, type DueEntry } from "@letterpress/db/due";
import { emit } from "@letterpress/db/events";
import { Prisma } from "@letterpress/db/generated/client";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { entrySelect } from "../entries/entry.ts";
import { eventEntry } from "../entries/event-entry.ts";
import { LetterpressError } from "../errors.ts";
import { applyChanges } from "../publishing/apply-changes.ts";
import { type PreparedPublish, preparePublish } from "../publishing/prepare-publish.ts";
import { NotPublished } from "./not-published.ts";
import { scheduleActor } from "./schedule-actor.ts";
import { toFailure } from "./schedule-failure.ts";

/** Milliseconds that publishing a few entries may take, their texts rendered: one takes a hundredth of a second. */
const timeout = 60_000;

/**
 * Publishes up to `limit` entries that have been due for longest, of those that nobody else is at and of the `choice`;
 * gives false where there is none. They are claimed and published in one transaction, so however many nodes do this, and
 * whenever one of them dies, each is published once.
 *
 * One that cannot be published says so (`scheduleFailure`) until somebody schedules it anew. Throws {@link NotPublished}
 * on any error but those of the table, after which it is still due.
 */
export async function publishDueEntries(deps: Deps, choice: Choice, limit: number): Promise<boolean> {
  let claimed: DueEntry[] = [];
  try {
    await withTx(
      deps.db,
      async (tx) => {
        claimed = await claimDueEntries(tx, choice, limit);
        const now = claimed[0]?.now;
        if (now) await publish(deps, tx, claimed, now);
      },
      { timeout, tellsNobody: true },
    );
    return claimed.length > 0;
  } catch (error) {
    const [due, other] = claimed;
    if (!due) throw error;
    // One of them is in the way of all: the first is published without the others, and they come next.
    if (other) return publishDueEntries(deps, choice, 1);
    // A newer deployment has saved it, beside this one: a node of that one can publish it.
    if (!(error instanceof LetterpressError) || error.errorCode === "ENTRY_NEWER")
      throw new NotPublished(due.id, error);
    await writeFailure(deps, due, error);
    return true;
  }
}

async function publish(deps: Deps, tx: Tx, claimed: DueEntry[], now: Date): Promise<void> {
  const schedules = new Map(claimed.map((due) => [due.id, due]));
  const rows = await tx.entry.findMany({ where: { id: { in: [...schedules.keys()] } }, select: entrySelect });
  const prepared: PreparedPublish[] = [];
  for (const row of rows)
    prepared.push(await preparePublish(tx, deps.model, row, schedules.get(row.id)?.scheduledVersion));
  await applyChanges(tx, scheduleActor, {
    publish: prepared,
    unpublish: [],
    now,
    scheduledById: (id) => schedules.get(id)?.scheduledById ?? null,
    publishedAt: ({ id, firstPublishedAt }) => firstPublishedAt ?? schedules.get(id)?.scheduledFor,
  });
}

async function writeFailure(deps: Deps, due: DueEntry, error: LetterpressError): Promise<void> {
  const { id, scheduledFor, scheduledVersion, scheduledById } = due;
  const failure = toFailure(error);
  await withTx(deps.db, async (tx) => {
    // Nothing where somebody has scheduled it otherwise meanwhile, or has said so already.
    const [row] = await tx.entry.updateManyAndReturn({
      where: {
        id,
        deletedAt: null,
        scheduledFor,
        scheduledVersion,
        scheduleFailure: { equals: Prisma.DbNull },
      },
      data: { scheduleFailure: { ...failure } },
      select: entrySelect,
    });
    if (!row) return;
    emit(tx, eventActor(scheduleActor), {
      name: "entry.scheduleFailed",
      ...eventEntry(row),
      version: scheduledVersion,
      scheduledFor: scheduledFor.toISOString(),
      scheduledById,
      ...failure,
    });
  });
}
