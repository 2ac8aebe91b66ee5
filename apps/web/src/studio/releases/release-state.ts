import type { ReleaseSummary } from "../connection/desk.ts";

export type ReleaseState = "open" | "scheduled" | "failed" | "published";

/** Where a release is on its way. */
export function releaseState({ schedule, publishedAt }: ReleaseSummary): ReleaseState {
  if (publishedAt) return "published";
  if (!schedule) return "open";
  return schedule.failure ? "failed" : "scheduled";
}
