import type { Prisma } from "@letterpress/db/generated/client";
import { literally } from "@letterpress/db/literally";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { onlyOf, visibleEntries } from "./visible-entries.ts";

/** An entry that a reference can be set to. */
export interface EntryChoice {
  id: string;
  /** Empty while the draft has none. */
  title: string;
  isPublished: boolean;
  /** Whether the actor may open it. */
  isEditable: boolean;
}

export interface ChoiceQuery {
  type: string;
  /** Words of the title. */
  search?: string | undefined;
  ids?: string[] | undefined;
  limit: number;
}

/**
 * Entries to refer to: those that the actor may see, and all published ones, whose published title everybody may
 * know. The latest change comes first.
 */
export async function listChoices(deps: Deps, actor: Actor, query: ChoiceQuery): Promise<EntryChoice[]> {
  const userId = onlyOf(actor);
  const words = query.search?.split(/\s+/).filter(Boolean) ?? [];
  const titles = words.map((word) => ({
    title: { contains: literally(word), mode: "insensitive" as const },
  }));
  // A draft of somebody else may be called something else by now, which is nobody's business but theirs. An empty
  // filter must not stand in an OR: Prisma drops it, and an OR of nothing finds nothing.
  const visible: Prisma.EntryWhereInput =
    userId === undefined
      ? { AND: [visibleEntries(actor), ...titles] }
      : { OR: [{ AND: [visibleEntries(actor), ...titles] }, { published: { is: { AND: titles } } }] };
  const rows = await deps.db.entry.findMany({
    where: {
      type: query.type,
      // What is put away is not offered; an entry that names it already may still be told its title.
      ...(query.ids ? { id: { in: query.ids } } : { stage: { not: "archived" } }),
      ...visible,
    },
    select: {
      id: true,
      title: true,
      createdById: true,
      assigneeId: true,
      published: { select: { title: true } },
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: query.limit,
  });
  return rows.map(({ id, title, createdById, assigneeId, published }) => {
    const isEditable = userId === undefined || userId === createdById || userId === assigneeId;
    return {
      id,
      title: isEditable ? title : (published?.title ?? ""),
      isPublished: published !== null,
      isEditable,
    };
  });
}
