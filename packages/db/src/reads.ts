import type { Prisma } from "./generated/client.ts";

/**
 * `kept` where the best plan of a statement is the same whatever its values; `fresh` where these decide, for example on
 * which side to start.
 */
export type Plan = "kept" | "fresh";

/**
 * What public reads read with: connections of a pool, a snapshot, or a transaction. Values come as text, numbers and
 * dates, whichever it is: statements give JSON as text and no `bigint`.
 */
export interface Reads {
  /** The plan is kept unless told. */
  query<Row extends object>(statement: Prisma.Sql, plan?: Plan): Promise<Row[]>;
  /** See inSnapshot. */
  inSnapshot<T>(fn: (reads: Reads) => Promise<T>): Promise<T>;
}
