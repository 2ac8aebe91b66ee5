import type { DbOrTx } from "./create-db.ts";
import { Prisma } from "./generated/client.ts";
import type { Tx } from "./with-tx.ts";

// The clock of all of these is the database's: nodes whose clocks differ agree on what is due. It is the time at which
// the statement began, and so never after the one that the events of the transaction say.

/** What is to be published now, kept from everybody else until the transaction ends. */
export interface Due {
  id: string;
  scheduledFor: Date;
  scheduledById: string | null;
  now: Date;
}

export interface DueEntry extends Due {
  type: string;
  scheduledVersion: number;
}

/** What a node tries. */
export interface Choice {
  /** Content types that it knows. */
  types: string[];
  /** Entries and releases that it leaves alone for a while. */
  except: string[];
}

/** The entries that have been due for longest and that nobody else is at. */
export async function claimDueEntries(tx: Tx, choice: Choice, limit: number): Promise<DueEntry[]> {
  return tx.$queryRaw<DueEntry[]>`
    SELECT id, type, scheduled_for AS "scheduledFor", scheduled_version AS "scheduledVersion",
      scheduled_by_id AS "scheduledById", statement_timestamp() AS now
    FROM ${waiting.entry(choice)} AND scheduled_for <= statement_timestamp()
    ORDER BY scheduled_for LIMIT ${limit} FOR NO KEY UPDATE SKIP LOCKED`;
}

/** The release that has been due for longest and that nobody else is at. */
export async function claimDueRelease(tx: Tx, choice: Choice): Promise<Due | null> {
  const [row] = await tx.$queryRaw<Due[]>`
    SELECT id, scheduled_for AS "scheduledFor", scheduled_by_id AS "scheduledById", statement_timestamp() AS now
    FROM ${waiting.release(choice)} AND scheduled_for <= statement_timestamp()
    ORDER BY scheduled_for LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;
  return row ?? null;
}

/** Milliseconds until the next entry or release is due, below zero when one is; `null` while nothing is scheduled. */
export async function untilDue(
  db: DbOrTx,
  what: "entry" | "release",
  choice: Choice,
): Promise<number | null> {
  const [row] = await db.$queryRaw<{ milliseconds: number | null }[]>`
    SELECT (extract(epoch FROM min(scheduled_for) - statement_timestamp()) * 1000)::float8 AS milliseconds
    FROM ${waiting[what](choice)}`;
  return row?.milliseconds ?? null;
}

/** Whether the moment is yet to come. */
export async function isInFuture(db: DbOrTx, at: Date): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isInFuture: boolean }[]>`
    SELECT ${at}::timestamptz > clock_timestamp() AS "isInFuture"`;
  return row?.isInFuture === true;
}

/** What is scheduled, due or not, in the words of the partial indexes. */
const waiting = {
  entry: ({ types, except }: Choice) => Prisma.sql`entry
    WHERE scheduled_for IS NOT NULL AND schedule_failure IS NULL AND deleted_at IS NULL
      AND type = ANY(${types}) AND id <> ALL(${except}::uuid[])`,
  release: ({ except }: Choice) => Prisma.sql`release
    WHERE scheduled_for IS NOT NULL AND schedule_failure IS NULL AND published_at IS NULL
      AND id <> ALL(${except}::uuid[])`,
};
