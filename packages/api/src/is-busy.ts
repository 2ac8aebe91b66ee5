import { isCrowded } from "@letterpress/db/is-crowded";
import { isLockConflict } from "@letterpress/db/is-lock-conflict";
import { isTxOutOfTime } from "@letterpress/db/is-tx-out-of-time";

/** Whether a call failed because of what others did at that moment: it wrote nothing, and may succeed the next time. */
export function isBusy(error: unknown): boolean {
  return isLockConflict(error) || isTxOutOfTime(error) || isCrowded(error);
}
