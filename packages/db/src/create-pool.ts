import pg from "pg";
import { boundWaiting } from "./bound-waiting.ts";
import { OnePacketSocket } from "./one-packet-socket.ts";

export interface PoolOptions {
  /** The most connections at once; 10 unless told. */
  maxConnections?: number;
  /** Milliseconds after which PostgreSQL gives a statement up (see `isOutOfTime`); no limit unless told. */
  statementTimeout?: number;
  /** Milliseconds after which a statement waits no longer for what others hold (see `isLockConflict`); no limit unless told. */
  lockTimeout?: number;
  /** Milliseconds that a query waits for a connection (see `isCrowded`); 5,000 unless told. */
  acquireTimeout?: number;
  /** Queries that wait for a connection at most; the next one fails at once (see `isCrowded`). No limit unless told. */
  maxWaiting?: number;
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

/** Connections to `url`, opened as they are needed. Whoever gets none in time fails. */
export function createPool(
  url: string,
  {
    maxConnections = 10,
    statementTimeout = 0,
    lockTimeout = 0,
    acquireTimeout = 5_000,
    maxWaiting = Number.POSITIVE_INFINITY,
  }: PoolOptions = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "letterpress",
    max: maxConnections,
    connectionTimeoutMillis: acquireTimeout,
    // PostgreSQL's own limit is of no use where its word does not come through any more.
    ...(statementTimeout > 0 ? { query_timeout: statementTimeout + 2_000 } : {}),
    keepAlive: true,
    stream: () => new OnePacketSocket(),
    // The adapter writes instants without their zone and reads them as UTC, whatever the database is set to.
    onConnect: (client) =>
      client.query(
        `SET TIME ZONE 'UTC'; SET statement_timeout = ${Math.trunc(statementTimeout)}; ` +
          `SET lock_timeout = ${Math.trunc(lockTimeout)}; ${endOfTheVanished}`,
      ),
  });
  boundWaiting(pool, maxWaiting);
  // The pool drops a connection that breaks while idle by itself; without a listener this would end the process,
  // and the adapter listens only until it is disconnected.
  pool.on("error", () => undefined);
  return pool;
}
