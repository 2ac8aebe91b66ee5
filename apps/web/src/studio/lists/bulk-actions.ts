import type { EntrySummary } from "@letterpress/client";
import type { BulkAction } from "../connection/entries-of.ts";
import type { IconName } from "../ui/icon.tsx";

interface OfferedAction {
  action: BulkAction;
  label: string;
  icon: IconName;
  /** Offered in a menu. */
  isRare?: true;
  /** What has happened, after a number of entries: "3 articles are …". */
  done: string;
}

/** What the bar under a list can do with the rows that are selected. Assigning has a dialog of its own. */
const bulkActions: readonly OfferedAction[] = [
  { action: "submit", label: "Submit", icon: "up", done: "in review" },
  { action: "approve", label: "Approve", icon: "check", done: "approved" },
  { action: "publish", label: "Publish", icon: "page", done: "published" },
  { action: "unpublish", label: "Unpublish", icon: "leave", done: "unpublished" },
  { action: "archive", label: "Archive", icon: "archive", isRare: true, done: "archived" },
  { action: "reopen", label: "Reopen", icon: "page", isRare: true, done: "drafts again" },
  { action: "delete", label: "Move to bin", icon: "trash", isRare: true, done: "in the bin" },
];

/** Those of the entries that it can be done with and changes: the others are left alone. */
export function fittingEntries(action: BulkAction, entries: readonly EntrySummary[]): EntrySummary[] {
  return entries.filter(({ actions, status }) => {
    if (action === "assign") return true;
    // The server would publish the same once more.
    return actions.includes(action) && !(action === "publish" && status === "published");
  });
}

/** What can be done with at least one of these entries. */
export function possibleActions(entries: readonly EntrySummary[]): OfferedAction[] {
  return bulkActions.filter(({ action }) => fittingEntries(action, entries).length > 0);
}
