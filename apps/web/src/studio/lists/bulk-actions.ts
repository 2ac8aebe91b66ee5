import type { EntrySummary, Me } from "@letterpress/client";
import { may } from "../auth/may.ts";
import type { BulkAction } from "../connection/entries-of.ts";
import type { IconName } from "../ui/icon.tsx";

interface BulkDeed {
  action: BulkAction;
  label: string;
  icon: IconName;
  /** Whether it makes sense for an entry; the server says why not to what it refuses. */
  fits: (entry: EntrySummary) => boolean;
  isAllowed: (role: Me["role"]) => boolean;
  /** Offered in a menu. */
  isRare?: true;
  /** What has happened, after a number of entries: "3 articles are …". */
  done: string;
}

const notArchived = ({ status }: EntrySummary) => status !== "archived";
const publishes = (role: Me["role"]) => may(role, "publish");

/** What the bar under a list can do with the rows that are selected. Assigning has a dialog of its own. */
export const bulkDeeds: readonly BulkDeed[] = [
  {
    action: "submit",
    label: "Submit",
    icon: "up",
    fits: ({ status }) => status === "draft" || status === "changed" || status === "unpublished",
    isAllowed: () => true,
    done: "in review",
  },
  {
    action: "approve",
    label: "Approve",
    icon: "check",
    fits: ({ status }) => status === "inReview",
    isAllowed: (role) => may(role, "review"),
    done: "approved",
  },
  {
    action: "publish",
    label: "Publish",
    icon: "page",
    fits: (entry) => notArchived(entry) && entry.status !== "published",
    isAllowed: publishes,
    done: "published",
  },
  {
    action: "unpublish",
    label: "Unpublish",
    icon: "leave",
    fits: ({ isPublished }) => isPublished,
    isAllowed: publishes,
    done: "unpublished",
  },
  {
    action: "archive",
    label: "Archive",
    icon: "archive",
    fits: (entry) => notArchived(entry) && !entry.isPublished && entry.status !== "scheduled",
    isAllowed: publishes,
    isRare: true,
    done: "archived",
  },
  {
    action: "reopen",
    label: "Reopen",
    icon: "page",
    fits: ({ status }) => status === "archived",
    isAllowed: publishes,
    isRare: true,
    done: "drafts again",
  },
  {
    action: "delete",
    label: "Move to bin",
    icon: "trash",
    fits: () => true,
    isAllowed: (role) => may(role, "deleteEntries"),
    isRare: true,
    done: "in the bin",
  },
];

/** What can be done with at least one of these entries. */
export function possibleDeeds(role: Me["role"], entries: readonly EntrySummary[]): BulkDeed[] {
  return bulkDeeds.filter((deed) => deed.isAllowed(role) && entries.some(deed.fits));
}
