import type { Entry } from "@letterpress/client";
import { dayAndTime } from "../publishing/time-words.ts";

/** Where the entry stands, in one sentence or two. */
export function statusSentence(
  entry: Pick<Entry, "status" | "version" | "publishedVersion" | "publishedAt" | "schedule">,
  now: Date,
): string {
  const { status, version, publishedVersion, schedule } = entry;
  const seen =
    publishedVersion === null ? "Readers do not see it." : `Readers see version ${publishedVersion}.`;
  switch (status) {
    case "draft":
      return "A draft: readers have not seen it yet.";
    case "inReview":
      return `It waits for review. ${seen}`;
    case "approved":
      return `It is approved, and can be published. ${seen}`;
    case "scheduled":
      if (!schedule) return seen;
      return schedule.failure
        ? `It was to be published ${dayAndTime(schedule.at, now)}, and was not. ${seen}`
        : `Version ${schedule.version} will be published ${dayAndTime(schedule.at, now)}. ${seen}`;
    case "published":
      return "Readers see it as it is here.";
    case "changed":
      return `${seen} The draft is version ${version}: what is new in it waits for Publish.`;
    case "unpublished":
      return "Readers saw it once, and do not any more.";
    case "archived":
      return "It is archived. Reopen it to work on it.";
  }
}
