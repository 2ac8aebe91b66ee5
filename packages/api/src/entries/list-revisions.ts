import { listRevisions as readRevisions } from "@letterpress/db/read-revisions";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import type { Page } from "../listing/page.ts";
import { type RevisionSummary, toRevisionSummary } from "./revision.ts";
import { onlyOf } from "./visible-entries.ts";

interface RevisionQuery {
  type: string;
  id: string;
  cursor?: string | undefined;
  limit: number;
}

/** A page of an entry's revisions, the newest first. Throws `ENTRY_MISSING`. */
export async function listRevisions(
  deps: Deps,
  actor: Actor,
  { type, id, cursor, limit }: RevisionQuery,
): Promise<Page<RevisionSummary>> {
  const entry = { type, entryId: id, visibleTo: onlyOf(actor) };
  const below = cursor === undefined ? undefined : versionOf(cursor);
  const rows = (await readRevisions(deps.db, entry, { below, limit: limit + 1 })) ?? fail("ENTRY_MISSING");
  const items = rows.slice(0, limit).map(toRevisionSummary);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? String(last.version) : null };
}

function versionOf(cursor: string): number {
  // Nine digits: the database counts versions in four bytes.
  if (!/^\d{1,9}$/.test(cursor))
    fail("BAD_INPUT", { issues: [{ path: "cursor", message: "Use a nextCursor that a list answered." }] });
  return Number(cursor);
}
