import type pg from "pg";
import { noConnection } from "./is-crowded.ts";

type Connect = (callback?: (error: Error) => void) => Promise<pg.PoolClient> | undefined;

/** Lets no more than `most` wait for a connection: who comes then is told so at once (`isCrowded`). */
export function boundWaiting(pool: pg.Pool, most: number): void {
  const connect = pool.connect.bind(pool) as Connect;
  const bounded: Connect = (callback) => {
    if (pool.waitingCount < most) return connect(callback);
    const error = new Error(noConnection);
    if (!callback) return Promise.reject(error);
    process.nextTick(callback, error);
    return undefined;
  };
  Object.assign(pool, { connect: bounded });
}
