import { sqlState } from "./sql-state.ts";

/** Whether a statement failed because it took longer than its connection allows. */
export function isOutOfTime(error: unknown): boolean {
  // `query_canceled`.
  return sqlState(error) === "57014";
}
