import type { AttemptLimiter } from "@letterpress/api/deps";
import { fail } from "@letterpress/api/errors";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Twenty attempts in ten minutes under one key, counted by each node for itself. */
export function attemptLimiter(): AttemptLimiter {
  const limiter = new RateLimiterMemory({ points: 20, duration: 600 });
  return {
    async consume(key) {
      try {
        await limiter.consume(key);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        fail("TOO_MANY_ATTEMPTS", { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) });
      }
    },
    async forget(key) {
      await limiter.delete(key);
    },
  };
}
