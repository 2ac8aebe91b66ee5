import cluster from "node:cluster";
import type { AttemptLimiter } from "@letterpress/api/deps";
import { fail } from "@letterpress/api/errors";
import type { RateLimiterRes } from "rate-limiter-flexible";

const points = 20;
const settings = { points, duration: 600, keyPrefix: "attempts" };

/** Twenty attempts in ten minutes under one key, counted by each node for itself: its workers count together. */
export function attemptLimiter(): AttemptLimiter {
  let loaded: ReturnType<typeof loadLimiter> | undefined;
  // With the first attempt: a start goes without.
  const load = () => {
    loaded ??= loadLimiter();
    return loaded;
  };
  return {
    async consume(key) {
      const { limiter, isRefusal } = await load();
      try {
        await limiter.consume(key);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        tooMany(error);
      }
    },
    async check(key) {
      const spent = await (await load()).limiter.get(key);
      if (spent && spent.consumedPoints >= points) tooMany(spent);
    },
    async forget(key) {
      await (await load()).limiter.delete(key);
    },
  };
}

async function loadLimiter() {
  const { RateLimiterCluster, RateLimiterMemory, RateLimiterRes } = await import("rate-limiter-flexible");
  return {
    // The supervisor has the other side of it; see supervise.ts.
    limiter: cluster.isWorker ? new RateLimiterCluster(settings) : new RateLimiterMemory(settings),
    isRefusal: (error: unknown): error is RateLimiterRes => error instanceof RateLimiterRes,
  };
}

function tooMany({ msBeforeNext }: RateLimiterRes): never {
  return fail("TOO_MANY_ATTEMPTS", { retryAfterSeconds: Math.ceil(msBeforeNext / 1000) });
}
