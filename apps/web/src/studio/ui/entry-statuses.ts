import type { EntryStatus } from "@letterpress/client";

/** What people call a status, and what it means for readers and for who comes next. In the order of the workflow. */
export const statusWords: Record<EntryStatus, { label: string; tells: string }> = {
  draft: { label: "Draft", tells: "Readers have never seen it." },
  inReview: { label: "In review", tells: "It waits for somebody to approve it." },
  approved: { label: "Approved", tells: "It is ready to be published." },
  scheduled: { label: "Scheduled", tells: "It will be published by itself." },
  published: { label: "Published", tells: "Readers see it as it is here." },
  changed: {
    label: "Changed",
    tells: "Readers see the version that was published; changes since then wait for Publish.",
  },
  unpublished: { label: "Unpublished", tells: "Readers saw it once, and do not any more." },
  archived: { label: "Archived", tells: "It is archived: reopen it to work on it." },
};

export const allStatuses = Object.keys(statusWords) as EntryStatus[];
