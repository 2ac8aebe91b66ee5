import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { createPool, type PoolOptions } from "./create-pool.ts";
import { type Prisma, PrismaClient } from "./generated/client.ts";
import { createLanes, type Lanes } from "./lanes.ts";
import { pooledReads } from "./pooled-reads.ts";
import type { Reads } from "./reads.ts";

/** The database. A function that needs a transaction asks for a `Tx` instead; see with-tx.ts. */
export type Db = PrismaClient &
  Reads & {
    /** Waits for the queries that run and closes every connection. Later queries fail. */
    close(): Promise<void>;
  };

/** What a `Db` and a `Tx` have in common: for functions that read, in a transaction or out of one. */
export type DbOrTx = Prisma.TransactionClient;

interface DbOptions extends PoolOptions {
  /** Connections beside the pool for what is read without Prisma; none unless told. */
  lanes?: number;
}

/**
 * A pool of connections to `url`, opened as they are needed. A query that gets no connection in time fails. Close it
 * when done.
 */
export function createDb(url: string, { lanes = 0, ...options }: DbOptions = {}): Db {
  return dbOn(createPool(url, options), lanes > 0 ? createLanes(url, lanes, options) : undefined);
}

/** The database on connections that are its own from then on. */
export function dbOn(pool: pg.Pool, lanes?: Lanes): Db {
  // The pool is ours, not the adapter's: that one would open a new pool for a query after close().
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async () => {
    await lanes?.close();
    await prisma.$disconnect();
    if (!pool.ended) await pool.end();
  };
  return Object.assign(prisma, pooledReads(pool, lanes), { close });
}
