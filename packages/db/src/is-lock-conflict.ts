import { sqlState } from "./sql-state.ts";

/** PostgreSQL's `serialization_failure`, `deadlock_detected` and `lock_not_available`. */
const states = new Set(["40001", "40P01", "55P03"]);

/** Whether a transaction failed because of what others held at that moment: it may be run again. */
export function isLockConflict(error: unknown): boolean {
  return states.has(sqlState(error) ?? "");
}
