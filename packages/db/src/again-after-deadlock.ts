import { isDeadlock } from "./is-deadlock.ts";

/**
 * Runs a transaction, and once more when PostgreSQL ended it because it and another one waited for each other: that one
 * has what it waited for by then.
 */
export async function againAfterDeadlock<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isDeadlock(error)) throw error;
    return run();
  }
}
