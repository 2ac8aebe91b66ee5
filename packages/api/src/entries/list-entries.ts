import type { Prisma } from "@letterpress/db/generated/client";
import { literally } from "@letterpress/db/literally";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { decodeCursor } from "../listing/cursor.ts";
import { type Page, toPage } from "../listing/page.ts";
import { type EntrySummary, summarySelect, toSummary } from "./entry.ts";
import { type EntryStatus, hasStatus } from "./entry-status.ts";
import { visibleEntries } from "./visible-entries.ts";

export interface EntryQuery {
  type: string;
  /** Words of the title. */
  search?: string | undefined;
  /** Archived entries are found only so, or by `ids`. */
  status?: EntryStatus | undefined;
  assigneeId?: string | undefined;
  ids?: string[] | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of entries, the latest change first. */
export async function listEntries(deps: Deps, actor: Actor, query: EntryQuery): Promise<Page<EntrySummary>> {
  const conditions: Prisma.EntryWhereInput[] = [visibleEntries(actor), { type: query.type }];
  if (query.ids) conditions.push({ id: { in: query.ids } });
  else if (query.status !== "archived") conditions.push({ stage: { not: "archived" } });
  if (query.assigneeId !== undefined) conditions.push({ assigneeId: query.assigneeId });
  for (const word of query.search?.split(/\s+/).filter(Boolean) ?? [])
    conditions.push({ title: { contains: literally(word), mode: "insensitive" } });
  if (query.status) conditions.push(hasStatus(deps.db, query.status));
  if (query.cursor !== undefined) {
    const { at, id } = decodeCursor(query.cursor);
    conditions.push({ OR: [{ updatedAt: { lt: at } }, { updatedAt: at, id: { lt: id } }] });
  }
  const rows = await deps.db.entry.findMany({
    where: { AND: conditions },
    select: summarySelect,
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: query.limit + 1,
  });
  return toPage(rows, query.limit, {
    placeOf: (row) => ({ at: row.updatedAt, id: row.id }),
    toItem: (row) => toSummary(deps.model, actor, row),
  });
}
