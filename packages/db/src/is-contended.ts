import { isLockConflict } from "./is-lock-conflict.ts";
import { uniqueViolation } from "./unique-violation.ts";

/** Whether a transaction failed because others wrote the same at that moment: it may be run again. */
export function isContended(error: unknown): boolean {
  return isLockConflict(error) || uniqueViolation(error) !== undefined;
}
