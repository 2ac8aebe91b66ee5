import type { ConnectionOptions } from "./connection-config.ts";
import { createLane, LaneLost, type Sendable } from "./lane.ts";

/** A few connections for statements that take about as long as their way: see decision 27. */
export interface Lanes {
  /** The rows; `undefined` where no lane takes it now, or lost it: ask elsewhere. Throws what the statement fails with. */
  query<Row extends object>(statement: Sendable): Promise<Row[] | undefined>;
  /** Waits for what is on its way. */
  close(): Promise<void>;
}

/**
 * Statements on one lane before another is taken: a process of PostgreSQL that is never out of work need not be woken,
 * which costs more than a statement.
 */
const few = 8;
/** Statements on one lane at most: each waits for those before it. */
const many = 32;

export function createLanes(url: string, count: number, options: ConnectionOptions): Lanes {
  const lanes = Array.from({ length: count }, () => createLane(url, options));
  return {
    async query<Row extends object>(statement: Sendable) {
      const loads = lanes.map((lane) => lane.load());
      const firstOfFew = loads.findIndex((load) => load < few);
      const place = firstOfFew === -1 ? loads.indexOf(Math.min(...loads)) : firstOfFew;
      if ((loads[place] ?? many) >= many) return undefined;
      try {
        return await lanes[place]?.query<Row>(statement);
      } catch (error) {
        if (error instanceof LaneLost) return undefined;
        throw error;
      }
    },
    async close() {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}
