import { fail } from "../errors.ts";

/** Previews at once in one process: each holds one of the connections that editors work with. */
const atOnce = 3;
const longestQueue = 50;

let running = 0;
const waiting: (() => void)[] = [];

/** Runs a preview when it is its turn. Throws `TOO_MANY_ATTEMPTS` when too many wait already. */
export async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  if (running < atOnce) running++;
  else if (waiting.length >= longestQueue) return fail("TOO_MANY_ATTEMPTS", { retryAfterSeconds: 1 });
  // Who ends hands its place on, so that it is never free meanwhile.
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await run();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
