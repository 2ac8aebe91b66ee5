import type { Db } from "./create-db.ts";
import type { Prisma } from "./generated/client.ts";

declare const inTransaction: unique symbol;

/** A running transaction. Only `withTx` makes one, so a function that asks for it cannot be given a plain `Db`. */
export type Tx = Prisma.TransactionClient & { readonly [inTransaction]: true };

/**
 * Runs `fn` in one transaction (read committed): all of it is written, or, when it throws, nothing.
 *
 * Throws when no connection is free within 5 seconds, and when `fn` takes longer than 10 seconds.
 */
export async function withTx<T>(db: Db, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction((tx) => fn(tx as Tx), { maxWait: 5_000, timeout: 10_000 });
}
