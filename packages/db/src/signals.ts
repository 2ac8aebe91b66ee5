import pg from "pg";
import { presenceChannel } from "./presence-rows.ts";
import { eventChannel } from "./write-events.ts";

/** What the other side said, or `null` after the connection came back: anything may have been said meanwhile. */
type Listener = (payload: string | null) => void;

/** Runs a statement on the listening connection. Throws where there is none, and when it does not answer in time. */
export type SignalQuery = <Row extends pg.QueryResultRow>(text: string, values: unknown[]) => Promise<Row[]>;

/** What PostgreSQL tells this process. A signal only wakes: what happened is in the tables. */
export interface Signals {
  /** False until the first connection is there, and while it is lost: then nothing is heard. */
  readonly isConnected: boolean;
  /**
   * Calls `listener` after each NOTIFY on the channel, once the transaction behind it can be seen, and after each time
   * that the connection is made. Opens the connection where there is none yet. Returns what ends it.
   */
  listen(channel: typeof eventChannel | typeof presenceChannel, listener: Listener): () => void;
  /** For what is small, must not wait for a pool, and means nothing to a process that hears nothing. */
  readonly query: SignalQuery;
  /** Ends the connection for good. */
  close(): Promise<void>;
}

/** Longest pause before the next attempt to connect, in milliseconds; the first is short. */
const longestPause = 5_000;
/** A connection that died without a word is noticed after these two, in milliseconds. */
const heartbeat = 10_000;
const answerWithin = 5_000;

/**
 * One connection that listens, beside the pools; it is made anew for as long as it takes when it is lost. It never
 * keeps the process from ending. The database's address must lead to PostgreSQL itself: a pooler that lends
 * connections out for one transaction each passes no signals on.
 */
export function createSignals(url: string): Signals {
  const listeners = new Map<string, Set<Listener>>();
  let client: pg.Client | undefined;
  let isConnected = false;
  let isClosed = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  const tell = (channel: string, payload: string | null) => {
    for (const listener of listeners.get(channel) ?? []) listener(payload);
  };

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      application_name: "letterpress signals",
      connectionTimeoutMillis: answerWithin,
      query_timeout: answerWithin,
      keepAlive: true,
    });
    client = next;
    next.on("error", () => lost(next));
    next.on("notification", ({ channel, payload }) => tell(channel, payload ?? ""));
    try {
      await next.connect();
      // Its types leave it out.
      (next as pg.Client & { unref(): void }).unref();
      await next.query(`LISTEN ${eventChannel}; LISTEN ${presenceChannel}`);
    } catch {
      return lost(next);
    }
    if (client !== next) return;
    isConnected = true;
    failures = 0;
    timer = setInterval(() => next.query("SELECT 1").catch(() => lost(next)), heartbeat).unref();
    for (const channel of listeners.keys()) tell(channel, null);
  }

  function lost(gone: pg.Client): void {
    if (client !== gone) return;
    forget(gone).catch(() => undefined);
    if (isClosed) return;
    const pause = Math.min(longestPause, 50 * 2 ** failures++);
    // Not all nodes at the same moment.
    timer = setTimeout(connect, pause * (0.5 + Math.random() / 2)).unref();
  }

  function forget(gone: pg.Client): Promise<void> {
    client = undefined;
    isConnected = false;
    clearTimeout(timer);
    return gone.end();
  }

  return {
    get isConnected() {
      return isConnected;
    },
    listen(channel, listener) {
      const those = listeners.get(channel) ?? new Set();
      listeners.set(channel, those.add(listener));
      if (!client && !timer && !isClosed) void connect();
      return () => void those.delete(listener);
    },
    async query<Row extends pg.QueryResultRow>(text: string, values: unknown[]) {
      if (!client || !isConnected) throw new Error("The connection that listens is not there.");
      const { rows } = await client.query<Row>(text, values);
      return rows;
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      if (client) await forget(client);
    },
  };
}
