import type { DbOrTx } from "@letterpress/db/create-db";
import { isInFuture } from "@letterpress/db/due";
import { fail } from "../errors.ts";

/** Throws `BAD_INPUT` where the time to publish at has come, by the database's clock: the one that publishing goes by. */
export async function requireFuture(db: DbOrTx, at: Date): Promise<void> {
  if (await isInFuture(db, at)) return;
  fail("BAD_INPUT", {
    issues: [{ path: "at", message: "Use a time that is still to come, or publish it now." }],
  });
}
