import type { Actor } from "../access/actor.ts";
import { isAllowed, type Permission } from "../access/permissions.ts";
import type { Deps } from "../deps.ts";
import type { EntryName, FieldIssue } from "../error-details.ts";
import { fail, LetterpressError } from "../errors.ts";
import { isBusy } from "../is-busy.ts";
import { hiddenTargets } from "../publishing/hidden-targets.ts";
import { publishEntry } from "../publishing/publish-entry.ts";
import { unpublishEntry } from "../publishing/unpublish-entry.ts";
import { toFailure } from "../scheduling/schedule-failure.ts";
import { assignEntry } from "../workflow/assign-entry.ts";
import { moveEntry } from "../workflow/move-entry.ts";
import { permissionFor } from "../workflow/transitions.ts";
import { deleteEntry } from "./delete-entry.ts";
import { visibleEntries } from "./visible-entries.ts";

export const bulkActions = [
  "submit",
  "approve",
  "publish",
  "unpublish",
  "archive",
  "reopen",
  "delete",
  "assign",
] as const;

/** What can be done with many entries at once. */
export type BulkAction = (typeof bulkActions)[number];

/** What became of each entry. */
export interface BulkResult {
  /** Ids of the entries that it is done with. */
  done: string[];
  /** Those that stay as they were, with the code and message of the table of errors. */
  failed: BulkFailure[];
  /** Of `publish`: what the published entries refer to and readers do not see, so that it stays out of their pages. */
  hidden: EntryName[];
}

export interface BulkFailure {
  id: string;
  /** Empty for an entry that the actor may not see. */
  title: string;
  code: string;
  message: string;
  /** The fields that it is about; empty where it is about none. */
  issues: FieldIssue[];
}

export interface BulkChange {
  type: string;
  action: BulkAction;
  items: { id: string; expectedVersion: number }[];
  /** Whom to assign them to; `null` for nobody in particular. */
  userId?: string | null | undefined;
}

/**
 * Does the same with many entries, one after the other, each in a transaction of its own: one that fails keeps no other
 * back. An entry that is named twice is changed once; one that readers see as it is, is not published again. Throws `NOT_ALLOWED` when the actor may not do this with any, and
 * what is no error of the table: the entries before that are done.
 */
export async function bulkChange(deps: Deps, actor: Actor, input: BulkChange): Promise<BulkResult> {
  const permission: Permission = input.action === "assign" ? "entries.assign" : permissionFor(input.action);
  if (!isAllowed(actor, permission)) return fail("NOT_ALLOWED", { permission });
  const done: string[] = [];
  const errors = new Map<string, LetterpressError>();
  for (const item of new Map(input.items.map((one) => [one.id, one])).values())
    try {
      await changeOne(deps, actor, input, item);
      done.push(item.id);
    } catch (error) {
      const failure = isBusy(error) ? new LetterpressError("BUSY", {}) : error;
      if (!(failure instanceof LetterpressError)) throw error;
      errors.set(item.id, failure);
    }
  const titles = await titlesOf(deps, actor, [...errors.keys()]);
  const failed = [...errors].map(([id, error]) => ({ id, title: titles.get(id) ?? "", ...toFailure(error) }));
  const hidden = input.action === "publish" ? await hiddenTargets(deps, actor, done) : [];
  return { done, failed, hidden };
}

async function changeOne(
  deps: Deps,
  actor: Actor,
  { type, action, userId }: BulkChange,
  item: BulkChange["items"][number],
): Promise<unknown> {
  const at = { ...item, type };
  if (action === "publish") return publishEntry(deps, actor, { ...at, onlyChanged: true });
  if (action === "unpublish") return unpublishEntry(deps, actor, at);
  if (action === "delete") return deleteEntry(deps, actor, at);
  if (action === "assign") return assignEntry(deps, actor, { ...at, userId: userId ?? null });
  return moveEntry(deps, actor, { ...at, action });
}

async function titlesOf({ db }: Deps, actor: Actor, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.entry.findMany({
    where: { AND: [visibleEntries(actor), { id: { in: ids } }] },
    select: { id: true, title: true },
  });
  return new Map(rows.map(({ id, title }) => [id, title]));
}
