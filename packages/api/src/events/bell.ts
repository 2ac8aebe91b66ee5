/** Lets many wait for the next time that something happens. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, or when `signal` is aborted. Never rejects. */
  wait(signal: AbortSignal): Promise<void>;
  /** Somebody waits. */
  readonly isAwaited: boolean;
}

export function createBell(): Bell {
  const waiting = new Set<() => void>();
  return {
    ring() {
      for (const wake of waiting) wake();
    },
    async wait(signal) {
      if (signal.aborted) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add(resolve);
      const onAbort = () => resolve();
      signal.addEventListener("abort", onAbort);
      await promise;
      // A stream waits thousands of times on one signal.
      signal.removeEventListener("abort", onAbort);
      waiting.delete(resolve);
    },
    get isAwaited() {
      return waiting.size > 0;
    },
  };
}
