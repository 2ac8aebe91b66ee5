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
  /** Who else may, with an entry that they made themselves, and from where. */
  ofOwn?: { from: readonly EntryStatus[]; permission: Permission };
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
  delete: {
    from: entryStatuses,
    permission: "entries.delete",
    // A draft was never published, and nobody else counts on it yet.
    ofOwn: { from: ["draft"], permission: "entries.write" },
  },
};

/** What one needs to do this with any entry at all; `mayDo` says with which. */
export function permissionFor(action: WorkflowAction): Permission {
  const { permission, ofOwn } = transitions[action];
  return ofOwn?.permission ?? permission;
}

interface Position {
  status: EntryStatus;
  isPublished: boolean;
}

/** An entry as somebody sees it. */
interface SeenPosition extends Position {
  /** They have made it. */
  isOwn: boolean;
}

/** Whether an actor may do this with an entry that they see, if its status allows it. */
export function mayDo(
  actor: Actor,
  action: WorkflowAction,
  { status, isOwn }: Omit<SeenPosition, "isPublished">,
): boolean {
  const { permission, ofOwn } = transitions[action];
  if (isAllowed(actor, permission)) return true;
  return ofOwn !== undefined && isOwn && ofOwn.from.includes(status) && isAllowed(actor, ofOwn.permission);
}

/** Whether an entry's status lets anybody do this. */
export function isPossible(action: WorkflowAction, { status, isPublished }: Position): boolean {
  const { from, published } = transitions[action];
  return from.includes(status) && (published === undefined || published === isPublished);
}

/** All that an actor who sees an entry may do with it now. */
export function possibleActions(actor: Actor, position: SeenPosition): WorkflowAction[] {
  return workflowActions.filter((action) => isPossible(action, position) && mayDo(actor, action, position));
}
