import { createDb, type Db } from "@letterpress/db/create-db";
import { createSignals, type Signals } from "@letterpress/db/signals";

export interface ConnectedDatabase {
  db: Db;
  /** Connections of their own for what everybody may read. */
  reads: Db;
  /** Has no connection until somebody listens. */
  signals: Signals;
  /** May be called again. */
  close(): Promise<void>;
}

/** Milliseconds that one statement of a public read may take: they are made to take a few. */
const publicReadMax = 3_000;

/** Milliseconds that a public read waits for a connection: those who read have gone after a few seconds. */
const publicReadPatience = 1_000;

/**
 * Milliseconds that one statement waits for what others hold: few connections serve everybody, and whoever waits has
 * one. Commands take the time they need.
 */
const serverLockTimeout = 5_000;

/** Queries that wait for a connection: a request may bring ten, and leave them behind when its client goes. */
const serverQueue = 500;

/** Of the connections for public reads. Two: one that hangs holds up half of them, for a tenth of a second. */
const lanes = 2;

/** Connections to a database that is up to date, opened as they are needed: for a command, or for one of `workers`. */
export function connectDatabase(url: string, workers?: number): ConnectedDatabase {
  const maxConnections = poolSize(workers ?? 1);
  const lockTimeout = workers === undefined ? 0 : serverLockTimeout;
  const maxWaiting = workers === undefined ? Number.POSITIVE_INFINITY : serverQueue;
  const db = createDb(url, { lockTimeout, maxConnections, maxWaiting });
  const reads = createDb(url, {
    statementTimeout: publicReadMax,
    acquireTimeout: publicReadPatience,
    lanes,
    maxConnections: maxConnections - lanes,
    maxWaiting,
  });
  const signals = createSignals(url);
  let closed: Promise<void> | undefined;
  return {
    db,
    reads,
    signals,
    close() {
      closed ??= Promise.all([signals.close(), db.close(), reads.close()]).then(() => undefined);
      return closed;
    },
  };
}

// Six is what the jobs and previews of one process can hold at once. Sixteen workers are within the 250 connections of
// the embedded PostgreSQL.
function poolSize(workers: number): number {
  return Math.max(6, Math.min(10, Math.floor(24 / workers)));
}
