import { idleLimit } from "./connection-config.ts";
import type { Db } from "./create-db.ts";
import { collectEvents, type PendingEvent, readersSee } from "./events.ts";
import type { Prisma } from "./generated/client.ts";
import { waitForCaches } from "./wait-for-caches.ts";
import { writeEvents } from "./write-events.ts";

declare const inTransaction: unique symbol;

/** A running transaction. Only `withTx` makes one, so a function that asks for it cannot be given a plain `Db`. */
export type Tx = Prisma.TransactionClient & { readonly [inTransaction]: true };

/**
 * Runs `fn` in one transaction (read committed): all of it is written, with what it emitted, or, when it throws,
 * nothing. When it was about what readers see, this resolves once no process answers with what was there before; at
 * once where it `tellsNobody`, as what a schedule does.
 *
 * Throws when no connection is free within 5 seconds, and when `fn` takes longer than `timeout`, in milliseconds: 10
 * seconds unless told.
 */
export async function withTx<T>(
  db: Db,
  fn: (tx: Tx) => Promise<T>,
  { timeout = 10_000, tellsNobody = false }: { timeout?: number; tellsNobody?: boolean } = {},
): Promise<T> {
  let events: PendingEvent[] = [];
  let lastId = 0n;
  const outcome = await db.$transaction(
    async (client) => {
      const tx = client as Tx;
      events = collectEvents(tx);
      // Else PostgreSQL would take the rendering of many texts for a machine that stands still.
      if (timeout > idleLimit)
        await tx.$executeRaw`SELECT set_config('idle_in_transaction_session_timeout', ${String(timeout)}, true)`;
      const result = await fn(tx);
      lastId = await writeEvents(tx, events);
      return result;
    },
    { maxWait: 5_000, timeout },
  );
  if (!tellsNobody && events.some(({ event }) => readersSee(event.name))) await waitForCaches(db, lastId);
  return outcome;
}
