import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "./generated/client.ts";

/** The database. A function that needs a transaction asks for a `Tx` instead; see with-tx.ts. */
export type Db = PrismaClient & {
  /** Waits for the queries that run and closes every connection. Later queries fail. */
  close(): Promise<void>;
};

/** What a `Db` and a `Tx` have in common: for functions that read, in a transaction or out of one. */
export type DbOrTx = Prisma.TransactionClient;

export interface CreateDbOptions {
  /** The most connections at once; 10 unless told. */
  maxConnections?: number;
  /** Milliseconds after which PostgreSQL gives a statement up (see `isOutOfTime`); no limit unless told. */
  statementTimeout?: number;
  /** Milliseconds after which a statement waits no longer for what others hold (see `isLockConflict`); no limit unless told. */
  lockTimeout?: number;
}

/** Milliseconds that a transaction may wait for its next statement. */
export const idleLimit = 60_000;

/**
 * A machine that loses its power or its network says nothing to PostgreSQL, which would keep its transaction and locks
 * for two hours; one that was frozen is alive to it. So half a minute without an answer, and a minute without a
 * statement, end a transaction. Where the connection is no TCP, or has no such settings, PostgreSQL ignores them.
 */
const endOfTheVanished =
  `SET idle_in_transaction_session_timeout = ${idleLimit}; ` +
  "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

/**
 * A pool of connections to `url`, opened as they are needed. A query that gets no connection within 5 seconds
 * fails. Close it when done.
 */
export function createDb(
  url: string,
  { maxConnections = 10, statementTimeout = 0, lockTimeout = 0 }: CreateDbOptions = {},
): Db {
  // The pool is ours, not the adapter's: that one would open a new pool for a query after close().
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "letterpress",
    max: maxConnections,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // The adapter writes instants without their zone and reads them as UTC, whatever the database is set to.
    onConnect: (client) =>
      client.query(
        `SET TIME ZONE 'UTC'; SET statement_timeout = ${Math.trunc(statementTimeout)}; ` +
          `SET lock_timeout = ${Math.trunc(lockTimeout)}; ${endOfTheVanished}`,
      ),
  });
  // The pool drops a connection that breaks while idle by itself; without a listener this would end the process,
  // and the adapter listens only until it is disconnected.
  pool.on("error", () => undefined);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async () => {
    await prisma.$disconnect();
    if (!pool.ended) await pool.end();
  };
  return Object.assign(prisma, { close });
}
