import { isOutOfTime } from "@letterpress/db/is-out-of-time";
import { fail } from "../errors.ts";

/** Waits for a public read. Throws `QUERY_TOO_SLOW` where the database gave it up. */
export async function inTime<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (isOutOfTime(error)) return fail("QUERY_TOO_SLOW");
    throw error;
  }
}
