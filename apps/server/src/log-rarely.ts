import type { FastifyBaseLogger } from "fastify";

/** Milliseconds between two lines that say the same. */
const pause = 1_000;
/** Sentences that are remembered. */
const most = 100;

/** When a sentence may be said again, and how often it was not. */
const said = new Map<string, { until: number; leftOut: number }>();

/**
 * Logs a failure, but the same one no more than once a second: what is wrong for everybody at once would fill the disk
 * with it. The next line says how many were left out.
 */
export function logRarely(
  log: FastifyBaseLogger,
  level: "warn" | "error",
  failure: { err?: unknown; [detail: string]: unknown },
  message: string,
): void {
  const { err } = failure;
  const key = `${message} ${err instanceof Error ? err.message.slice(0, 200) : String(err)}`;
  const before = said.get(key);
  if (before && performance.now() < before.until) {
    before.leftOut++;
    return;
  }
  if (said.size >= most) said.clear();
  said.set(key, { until: performance.now() + pause, leftOut: 0 });
  log[level](before?.leftOut ? { ...failure, leftOut: before.leftOut } : failure, message);
}
