import { type Choice, claimDueRelease, type Due } from "@letterpress/db/due";
import { emit } from "@letterpress/db/events";
import { Prisma } from "@letterpress/db/generated/client";
import { withTx } from "@letterpress/db/with-tx";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { LetterpressError } from "../errors.ts";
import { applyRelease, releaseTimeout } from "../releases/apply-release.ts";
import { NotPublished } from "./not-published.ts";
import { scheduleActor } from "./schedule-actor.ts";
import { toFailure } from "./schedule-failure.ts";

/** The same as `publishDueEntries`, of releases: all entries of one are published in the transaction that claims it. */
export async function publishDueRelease(deps: Deps, choice: Choice): Promise<boolean> {
  let due: Due | null = null;
  try {
    await withTx(
      deps.db,
      async (tx) => {
        due = await claimDueRelease(tx, choice);
        if (due) await applyRelease(deps, tx, scheduleActor, due.id, { now: due.now, schedule: due });
      },
      { timeout: releaseTimeout, tellsNobody: true },
    );
    return due !== null;
  } catch (error) {
    // Assigned in the function above, which the compiler does not see.
    const claimed = due as Due | null;
    if (!claimed) throw error;
    if (!(error instanceof LetterpressError) || isNewer(error)) throw new NotPublished(claimed.id, error);
    await writeFailure(deps, claimed, error);
    return true;
  }
}

/** A newer deployment has saved one of its entries, beside this one: a node of that one can publish it. */
function isNewer({ details }: LetterpressError): boolean {
  const problems = "problems" in details ? (details.problems as { code: string }[]) : [];
  return problems.some(({ code }) => code === "ENTRY_NEWER");
}

async function writeFailure(deps: Deps, due: Due, error: LetterpressError): Promise<void> {
  const { id, scheduledFor, scheduledById } = due;
  const failure = toFailure(error);
  await withTx(deps.db, async (tx) => {
    const [row] = await tx.release.updateManyAndReturn({
      where: { id, publishedAt: null, scheduledFor, scheduleFailure: { equals: Prisma.DbNull } },
      data: { scheduleFailure: { ...failure } },
      select: { name: true },
    });
    if (!row) return;
    emit(tx, eventActor(scheduleActor), {
      name: "release.scheduleFailed",
      releaseId: id,
      title: row.name,
      scheduledFor: scheduledFor.toISOString(),
      scheduledById,
      ...failure,
    });
  });
}
