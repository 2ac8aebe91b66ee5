import type { Entry } from "@letterpress/client";
import type { WorkflowAction } from "./action-words.ts";

type PrimaryAction = Extract<WorkflowAction, "submit" | "approve" | "publish" | "schedule" | "reopen">;

/**
 * The one thing that comes next for whoever looks at the entry; `null` where it is somebody else's turn. A new entry
 * is not known to the server yet: what comes next follows from whether this person may publish.
 */
export function primaryAction(
  saved: Pick<Entry, "status" | "actions"> | null,
  mayPublish: boolean,
): PrimaryAction | null {
  if (!saved) return mayPublish ? "publish" : "submit";
  const ifPossible = <Action extends PrimaryAction>(action: Action) =>
    saved.actions.includes(action) ? action : null;
  switch (saved.status) {
    case "archived":
      return ifPossible("reopen");
    case "inReview":
      return ifPossible("approve");
    case "scheduled":
      return ifPossible("schedule");
    case "approved":
      return ifPossible("publish");
    // What readers see has nothing to submit, but the next change will have.
    case "published":
      return ifPossible("publish") ?? (saved.actions.includes("save") ? "submit" : null);
    default:
      return ifPossible("publish") ?? ifPossible("submit");
  }
}
