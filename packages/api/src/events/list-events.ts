import type { Prisma } from "@letterpress/db/generated/client";
import type { Actor } from "../access/actor.ts";
import { isAllowed } from "../access/permissions.ts";
import type { Deps } from "../deps.ts";
import { onlyOf } from "../entries/visible-entries.ts";
import { fail } from "../errors.ts";
import type { Page } from "../listing/page.ts";
import type { FeedEvent } from "./event-feed.ts";
import { assignedTo } from "./event-viewer.ts";
import { type PressEvent, toPressEvent } from "./press-event.ts";

export interface EventQuery {
  cursor?: string | undefined;
  limit: number;
  entryId?: string | undefined;
  type?: string | undefined;
  actorId?: string | undefined;
  names?: string[] | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  autosaves: boolean;
}

/** What happened, newest first, as far as the actor may know of it. `to` itself is not in it any more. */
export async function listEvents(deps: Deps, actor: Actor, query: EventQuery): Promise<Page<PressEvent>> {
  const { entryId, type, actorId, names, from, to, limit } = query;
  const below = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
  const rows = await deps.db.event.findMany({
    where: {
      AND: [
        await knownTo(deps, actor),
        query.autosaves ? {} : withoutAutosaves,
        below === undefined ? {} : { id: { lt: below } },
        entryId === undefined ? {} : { entryId },
        type === undefined ? {} : { entryId: { not: null }, payload: { path: ["type"], equals: type } },
        actorId === undefined ? {} : { actorId },
        names === undefined ? {} : { name: { in: names } },
        from === undefined ? {} : { id: { gte: await firstSince(deps, from) } },
        to === undefined ? {} : { id: { lt: await firstSince(deps, to) } },
      ],
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const items = (rows as unknown as FeedEvent[]).slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(toPressEvent),
    nextCursor: rows.length > limit && last ? encodeCursor(last.id) : null,
  };
}

/** `NOT` would leave out those as well that have no such word: of them nothing is known to SQL. */
const withoutAutosaves: Prisma.EventWhereInput = {
  OR: [{ name: { not: "entry.saved" } }, { payload: { path: ["autosave"], equals: false } }],
};

/** The same as event-viewer.ts says of each. */
async function knownTo({ db }: Deps, actor: Actor): Promise<Prisma.EventWhereInput> {
  const ofEntries = { entryId: { not: null } };
  const seen: Prisma.EventWhereInput[] = [];
  const userId = onlyOf(actor);
  if (userId === undefined) seen.push(ofEntries);
  else {
    const assigned = await assignedTo(db, userId);
    seen.push({ AND: [ofEntries, { OR: [{ ownerId: userId }, { actorId: userId }] }] });
    if (assigned.length > 0) seen.push({ entryId: { in: assigned } });
  }
  if (isAllowed(actor, "events.read"))
    seen.push({
      entryId: null,
      ...(actor.kind === "apiKey"
        ? { NOT: [{ name: { startsWith: "user." } }, { name: { startsWith: "apiKey." } }] }
        : {}),
    });
  return { OR: seen };
}

/** Beyond every id. */
const noneYet = 2n ** 63n - 1n;

/** The first event that is not older. A bound of ids keeps a page of last year's from walking over all since. */
async function firstSince({ db }: Deps, createdAt: Date): Promise<bigint> {
  const first = await db.event.findFirst({
    where: { createdAt: { gte: createdAt } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return first?.id ?? noneYet;
}

const encodeCursor = (id: bigint) => Buffer.from(String(id)).toString("base64url");

function decodeCursor(cursor: string): bigint {
  const id = Buffer.from(cursor, "base64url").toString();
  if (!/^\d{1,18}$/.test(id))
    fail("BAD_INPUT", { issues: [{ path: "cursor", message: "Use a nextCursor that a list answered." }] });
  return BigInt(id);
}
