import { sqlState } from "./sql-state.ts";

/** Whether PostgreSQL ended a transaction because it and another one waited for each other: it may be run again. */
export function isDeadlock(error: unknown): boolean {
  // `deadlock_detected`.
  return sqlState(error) === "40P01";
}
