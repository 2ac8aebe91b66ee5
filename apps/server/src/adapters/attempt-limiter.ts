import type { AttemptLimiter } from "@letterpress/api/deps";
import { fail } from "@letterpress/api/errors";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Twenty attempts in ten minutes under one key, counted by each node for itself. */
export function attemptLimiter(): AttemptLimiter {
  const points = 20;
  const limiter = new RateLimiterMemory({ points, duration: 600 });
  const tooMany = ({ msBeforeNext }: RateLimiterRes) =>
    fail("TOO_MANY_ATTEMPTS", { retryAfterSeconds: Math.ceil(msBeforeNext / 1000) });
  return {
    async consume(key) {
      try {
        await limiter.consume(key);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        tooMany(error);
      }
    },
    async check(key) {
      const spent = await limiter.get(key);
      if (spent && spent.consumedPoints >= points) tooMany(spent);
    },
    async forget(key) {
      await limiter.delete(key);
    },
  };
}
