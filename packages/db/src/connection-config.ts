import type pg from "pg";
import { OnePacketSocket } from "./one-packet-socket.ts";

export interface ConnectionOptions {
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

/** What each connection to `url` is made with. */
export function connectionConfig(url: string) {
  return {
    connectionString: url,
    application_name: "letterpress",
    keepAlive: true,
    stream: () => new OnePacketSocket(),
  } satisfies pg.ClientConfig;
}

/** What each connection is told before anything else. */
export function connectionSettings({ statementTimeout = 0, lockTimeout = 0 }: ConnectionOptions): string {
  // The adapter writes instants without their zone and reads them as UTC, whatever the database is set to.
  return (
    `SET TIME ZONE 'UTC'; SET statement_timeout = ${Math.trunc(statementTimeout)}; ` +
    `SET lock_timeout = ${Math.trunc(lockTimeout)}; ${endOfTheVanished}`
  );
}
