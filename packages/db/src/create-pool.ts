import pg from "pg";
import { boundWaiting } from "./bound-waiting.ts";
import { type ConnectionOptions, connectionConfig, connectionSettings } from "./connection-config.ts";

export interface PoolOptions extends ConnectionOptions {
  /** The most connections at once; 10 unless told. */
  maxConnections?: number;
  /** Milliseconds that a query waits for a connection (see `isCrowded`); 5,000 unless told. */
  acquireTimeout?: number;
  /** Queries that wait for a connection at most; the next one fails at once (see `isCrowded`). No limit unless told. */
  maxWaiting?: number;
}

/** Connections to `url`, opened as they are needed. Whoever gets none in time fails. */
export function createPool(url: string, options: PoolOptions = {}): pg.Pool {
  const { maxConnections = 10, acquireTimeout = 5_000, maxWaiting = Number.POSITIVE_INFINITY } = options;
  const { statementTimeout = 0 } = options;
  const pool = new pg.Pool({
    ...connectionConfig(url),
    max: maxConnections,
    connectionTimeoutMillis: acquireTimeout,
    // PostgreSQL's own limit is of no use where its word does not come through any more.
    ...(statementTimeout > 0 ? { query_timeout: statementTimeout + 2_000 } : {}),
    onConnect: (client) => client.query(connectionSettings(options)),
  });
  boundWaiting(pool, maxWaiting);
  // The pool drops a connection that breaks while idle by itself; without a listener this would end the process,
  // and the adapter listens only until it is disconnected.
  pool.on("error", () => undefined);
  return pool;
}
