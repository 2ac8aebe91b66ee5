import { type EntryRow, isPublished } from "../entries/entry.ts";
import { statusOf } from "../entries/entry-status.ts";
import { fail } from "../errors.ts";
import { isPossible, type WorkflowAction, workflowActions } from "./transitions.ts";

/** Throws `ACTION_NOT_POSSIBLE` where the status of the entry does not let anybody do this. */
export function requirePossible(
  action: WorkflowAction,
  row: Pick<EntryRow, "stage" | "version" | "publishedVersion" | "firstPublishedAt" | "scheduledFor">,
): void {
  const position = { status: statusOf(row), isPublished: isPublished(row) };
  if (isPossible(action, position)) return;
  const possible = workflowActions.filter((one) => isPossible(one, position));
  fail("ACTION_NOT_POSSIBLE", { action, status: position.status, possible });
}
