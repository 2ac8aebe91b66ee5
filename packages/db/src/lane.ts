import type { Socket } from "node:net";
import pg from "pg";
import { type ConnectionOptions, connectionConfig, connectionSettings } from "./connection-config.ts";
import { endsStatementOnly } from "./ends-statement-only.ts";

/** A statement as the driver takes it. */
export interface Sendable {
  /** Under which PostgreSQL keeps its plan. */
  name?: string;
  text: string;
  values: unknown[];
}

/** A connection that takes a statement before it has answered the last one. */
export interface Lane {
  /** Statements that it has not answered; infinite while it takes none. Connects where it is to. */
  load(): number;
  /** Throws {@link LaneLost} where the connection ends before it has answered. */
  query<Row extends object>(statement: Sendable): Promise<Row[]>;
  /** Waits for what is on its way. */
  close(): Promise<void>;
}

/** The connection of a statement has ended: whether it ran is not known. */
export class LaneLost extends Error {
  override readonly name = "LaneLost";
}

/** Milliseconds without an answer after which nothing more is put behind what hangs. */
const stalledAfter = 100;
/** Milliseconds without an answer after which what waits is set free: it is sent elsewhere. */
const lostAfter = 500;
/** Milliseconds that connecting may take. */
const connectWithin = 1_000;
/** Milliseconds after a loss in which nobody tries again: what hung may do so still, and hold a connection. */
const rest = 2_000;
/** What fails so was cancelled, or goes by a statement that was: it may be sent elsewhere. */
const elsewhere: ReadonlySet<string> = new Set(["57014", "26000"]);
/** Statements with a name that one connection may have met; it is closed then, and PostgreSQL forgets them. */
const namesMax = 300;

interface Connection {
  client: pg.Client;
  socket: Socket;
  names: Set<string>;
  /** Statements without an answer. */
  sent: number;
  /** When it last answered, or was first sent something after a silence. */
  heardAt: number;
  isWatched: boolean;
  /** What is sent waits for more, until all that has arrived in this process has been looked at. */
  isGathering: boolean;
}

/** A lane to `url`. It connects when its load is asked for, and again after a loss. */
export function createLane(url: string, options: ConnectionOptions): Lane {
  let current: Connection | undefined;
  let connecting: Promise<void> | undefined;
  let isClosed = false;
  let restsUntil = 0;
  // What is given up here goes on in PostgreSQL, which would not notice, while it is sent again elsewhere.
  const settings = connectionSettings({ ...options, statementTimeout: lostAfter });

  async function connect(): Promise<void> {
    let made: Connection | undefined;
    // The driver's own limit ends with the greeting, and a pooler greets before it has a connection to lend.
    const limit = setTimeout(() => made?.socket.destroy(), connectWithin);
    try {
      made = open();
      await made.client.connect();
      await made.client.query(settings);
      if (isClosed) await end(made);
      else current = made;
    } catch {
      if (made) lose(made);
      restsUntil = performance.now() + rest;
    } finally {
      clearTimeout(limit);
      connecting = undefined;
    }
  }

  function open(): Connection {
    const config = connectionConfig(url);
    const socket = config.stream();
    const client = new pg.Client({
      ...config,
      stream: () => socket,
      connectionTimeoutMillis: connectWithin,
      pipeline: true,
    });
    const made: Connection = {
      client,
      socket,
      names: new Set(),
      sent: 0,
      heardAt: 0,
      isWatched: false,
      isGathering: false,
    };
    client.on("error", () => lose(made));
    client.on("end", () => lose(made));
    return made;
  }

  /** What is on its way is answered before; a server that says nothing any more is not waited for. */
  async function end(connection: Connection): Promise<void> {
    const limit = setTimeout(() => connection.socket.destroy(), 2 * lostAfter);
    await connection.client.end();
    clearTimeout(limit);
  }

  function lose(connection: Connection): void {
    connection.socket.destroy();
    if (current === connection) current = undefined;
  }

  function watch(connection: Connection): void {
    connection.isWatched = true;
    const isSilent = () => connection.sent > 0 && performance.now() - connection.heardAt >= lostAfter;
    setTimeout(() => {
      // Where the process itself was held up, the answers have arrived and are only not read yet.
      setImmediate(() => {
        connection.isWatched = false;
        if (isSilent()) giveUp(connection);
        else if (connection.sent > 0) watch(connection);
      });
    }, lostAfter / 2).unref();
  }

  function giveUp(connection: Connection): void {
    restsUntil = performance.now() + rest;
    lose(connection);
  }

  /** Each piece that is sent costs more than what is in it. */
  function gather(connection: Connection): void {
    connection.isGathering = true;
    connection.socket.cork();
    setImmediate(() => {
      connection.isGathering = false;
      connection.socket.uncork();
    });
  }

  return {
    load() {
      if (current && current.names.size > namesMax) {
        void end(current);
        current = undefined;
      }
      if (!current) {
        if (!connecting && !isClosed && performance.now() > restsUntil) connecting = connect();
        return Number.POSITIVE_INFINITY;
      }
      const { sent, heardAt } = current;
      return sent > 0 && performance.now() - heardAt > stalledAfter ? Number.POSITIVE_INFINITY : sent;
    },
    async query<Row extends object>(statement: Sendable): Promise<Row[]> {
      const connection = current;
      if (!connection) throw new LaneLost();
      if (statement.name !== undefined) connection.names.add(statement.name);
      if (connection.sent++ === 0) {
        connection.heardAt = performance.now();
        if (!connection.isWatched) watch(connection);
      }
      if (!connection.isGathering) gather(connection);
      try {
        const { rows } = await connection.client.query<Row>(statement);
        return rows;
      } catch (error) {
        const isElsewhere = error instanceof pg.DatabaseError && elsewhere.has(error.code ?? "");
        if (endsStatementOnly(error) && !isElsewhere) throw error;
        if (isElsewhere) giveUp(connection);
        else lose(connection);
        throw new LaneLost("The connection has ended.", { cause: error });
      } finally {
        connection.sent--;
        connection.heardAt = performance.now();
      }
    },
    async close() {
      isClosed = true;
      await connecting;
      const last = current;
      current = undefined;
      if (last) await end(last);
    },
  };
}
