import { DatabaseUnusable } from "@letterpress/db/database-unusable";
import { SettingError } from "./env.ts";

/** What to print for an error: a sentence for what an operator can mend. The rest is a bug, and its stack helps. */
export function operatorMessage(error: unknown): unknown {
  return error instanceof SettingError || error instanceof DatabaseUnusable ? error.message : error;
}
