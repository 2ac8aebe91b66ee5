import type { Entry } from "@letterpress/client";
import type { IconName } from "../ui/icon.tsx";

/** What can be done with an entry, as the server names it. */
export type WorkflowAction = Entry["actions"][number];

/** What a menu calls it; an ellipsis where something is asked first. */
export const actionWords: Record<Exclude<WorkflowAction, "save">, { label: string; icon: IconName }> = {
  submit: { label: "Submit for review…", icon: "up" },
  withdraw: { label: "Withdraw from review", icon: "down" },
  sendBack: { label: "Send back…", icon: "back" },
  approve: { label: "Approve", icon: "check" },
  publish: { label: "Publish…", icon: "outside" },
  schedule: { label: "Schedule…", icon: "clock" },
  unschedule: { label: "Unschedule", icon: "close" },
  unpublish: { label: "Unpublish…", icon: "down" },
  archive: { label: "Archive", icon: "archive" },
  reopen: { label: "Reopen", icon: "up" },
  delete: { label: "Move to bin…", icon: "trash" },
};

/** In the order of the menu. */
export const menuOrder = [
  "submit",
  "withdraw",
  "approve",
  "sendBack",
  "publish",
  "schedule",
  "unschedule",
  "unpublish",
  "archive",
  "reopen",
  "delete",
] as const;
