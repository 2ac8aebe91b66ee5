import type { Actor } from "../access/actor.ts";
import { isAllowed, type Permission } from "../access/permissions.ts";
import { type EntryStatus, entryStatuses } from "../entries/entry-status.ts";

export const workflowActions = [
  "save",
  "submit",
  "withdraw",
  "sendBack",
  "approve",
  "schedule",
  "unschedule",
  "publish",
  "unpublish",
  "archive",
  "reopen",
  "delete",
] as const;

/** What can be done with an entry. */
export type WorkflowAction = (typeof workflowActions)[number];

interface Transition {
  from: readonly EntryStatus[];
  /** Whether readers must see a revision of it, or must not. */
  published?: boolean;
  /** Who may, as far as they see the entry. */
  permission: Permission;
}

const notArchived = entryStatuses.filter((status) => status !== "archived");

/** The whole workflow: from which status who may do what. What an action leads to, its function says. */
const transitions: Readonly<Record<WorkflowAction, Transition>> = {
  save: { from: notArchived, permission: "entries.write" },
  submit: { from: ["draft", "changed", "unpublished"], permission: "entries.write" },
  withdraw: { from: ["inReview"], permission: "entries.write" },
  sendBack: { from: ["inReview", "approved"], permission: "entries.review" },
  approve: { from: ["inReview"], permission: "entries.review" },
  schedule: { from: notArchived, permission: "entries.publish" },
  unschedule: { from: ["scheduled"], permission: "entries.publish" },
  publish: { from: notArchived, permission: "entries.publish" },
  unpublish: { from: notArchived, published: true, permission: "entries.publish" },
  archive: {
    from: ["draft", "inReview", "approved", "unpublished"],
    published: false,
    permission: "entries.publish",
  },
  reopen: { from: ["archived"], permission: "entries.publish" },
  delete: { from: entryStatuses, permission: "entries.delete" },
};

/** Who may do this, as far as they see the entry and its status allows it. */
export function permissionFor(action: WorkflowAction): Permission {
  return transitions[action].permission;
}

interface Position {
  status: EntryStatus;
  isPublished: boolean;
}

/** Whether an entry's status lets anybody do this. */
export function isPossible(action: WorkflowAction, { status, isPublished }: Position): boolean {
  const { from, published } = transitions[action];
  return from.includes(status) && (published === undefined || published === isPublished);
}

/** All that an actor who sees an entry may do with it now. */
export function possibleActions(actor: Actor, position: Position): WorkflowAction[] {
  return workflowActions.filter(
    (action) => isPossible(action, position) && isAllowed(actor, transitions[action].permission),
  );
}
