import type pg from "pg";
import { endsStatementOnly } from "./ends-statement-only.ts";
import type { Prisma } from "./generated/client.ts";
import type { Sendable } from "./lane.ts";
import type { Lanes } from "./lanes.ts";
import type { Plan, Reads } from "./reads.ts";
import { statementNames } from "./statement-names.ts";

/** Statements with a name that one connection may have met; it is closed then, and PostgreSQL forgets them. */
const namesMax = 300;

/** Milliseconds that a snapshot may last: the sitemap of a large publication takes a few thousand. */
const longest = 30_000;

/**
 * Reads on the connections that Prisma uses, without Prisma in between, which takes most of what a read costs a
 * process. See decision 18. With lanes, single statements whose plan is kept go there.
 */
export function pooledReads(pool: pg.Pool, lanes?: Lanes): Reads {
  const nameOf = statementNames();
  const met = new WeakMap<pg.PoolClient, Set<string>>();
  // A connection that breaks while it is lent out says so in the statement that runs, too.
  pool.on("connect", (client) => client.on("error", () => undefined));

  function sendable({ text, values }: Prisma.Sql, plan: Plan): Sendable {
    const name = plan === "kept" ? nameOf(text) : undefined;
    return {
      ...(name === undefined ? {} : { name }),
      text,
      // The driver would write a date in the time zone of the process.
      values: values.map((value) => (value instanceof Date ? value.toISOString() : value)),
    };
  }

  async function send<Row extends object>(client: pg.PoolClient, statement: Sendable): Promise<Row[]> {
    if (statement.name !== undefined) namesOf(client).add(statement.name);
    const { rows } = await client.query<Row>(statement);
    return rows;
  }

  function namesOf(client: pg.PoolClient): Set<string> {
    const names = met.get(client) ?? new Set();
    met.set(client, names);
    return names;
  }

  function release(client: pg.PoolClient, error?: unknown): void {
    const isBroken = error !== undefined && !endsStatementOnly(error);
    client.release(isBroken || (met.get(client)?.size ?? 0) > namesMax);
  }

  async function query<Row extends object>(asked: Prisma.Sql, plan: Plan = "kept"): Promise<Row[]> {
    const statement = sendable(asked, plan);
    const rows = plan === "kept" ? await lanes?.query<Row>(statement) : undefined;
    return rows ?? ask<Row>(statement);
  }

  async function ask<Row extends object>(statement: Sendable): Promise<Row[]> {
    const client = await pool.connect();
    let failure: unknown;
    try {
      return await send<Row>(client, statement);
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      release(client, failure);
    }
  }

  async function inSnapshot<T>(fn: (reads: Reads) => Promise<T>): Promise<T> {
    const until = performance.now() + longest;
    let begun: Promise<pg.PoolClient> | undefined;
    let last: Promise<unknown> = Promise.resolve();
    let isOver = false;
    const begin = async () => {
      const client = await pool.connect();
      try {
        await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        return client;
      } catch (error) {
        release(client, error);
        throw error;
      }
    };
    const snapshot: Reads = {
      query<Row extends object>(statement: Prisma.Sql, plan: Plan = "kept") {
        // One after the other: a connection has one statement at a time.
        const rows = last.then(async () => {
          if (isOver || performance.now() > until) throw new SnapshotOver();
          begun ??= begin();
          return send<Row>(await begun, sendable(statement, plan));
        });
        last = rows.catch(() => undefined);
        return rows;
      },
      inSnapshot: (inner) => inner(snapshot),
    };
    try {
      return await fn(snapshot);
    } finally {
      await last;
      isOver = true;
      // Whoever reads has all there is to read: only the connection waits for the end.
      begun?.then(end, () => undefined);
    }
  }

  /** Nothing was written, so an error changes nothing but what becomes of the connection. */
  async function end(client: pg.PoolClient): Promise<void> {
    const failure = await client.query("COMMIT").then(
      () => undefined,
      (error: unknown) => error ?? true,
    );
    release(client, failure);
  }

  return { query, inSnapshot };
}

/** A read came after its snapshot had ended, or had taken too long. */
export class SnapshotOver extends Error {
  constructor() {
    super("The snapshot has ended or taken too long.");
  }
}
