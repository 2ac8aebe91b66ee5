import type { Prisma } from "@letterpress/db/generated/client";
import type { ContentModel } from "@letterpress/model/content-type";
import { z } from "zod";
import type { Actor } from "../access/actor.ts";
import { isAllowed } from "../access/permissions.ts";
import { onlyOf } from "../entries/visible-entries.ts";

/** An entry in the bin. */
export interface BinnedEntry {
  id: string;
  type: string;
  title: string;
  /** The slug that it had; another entry may have it by now. */
  slug: string;
  version: number;
  deletedAt: Date;
  /** `null` when Letterpress itself or a program has deleted it, or a user who is gone. */
  deletedBy: { id: string; name: string } | null;
  /** From then on it is deleted for good. */
  purgeAt: Date;
}

export const binnedEntryOutput = z.object({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  slug: z.string(),
  version: z.number(),
  deletedAt: z.date(),
  deletedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  purgeAt: z.date(),
});

/**
 * The condition for entries in the bin that the actor may see: those that they saw before, and of these only what they
 * have put there themselves where they may delete nothing else. What is of no content type any more could be opened
 * nowhere.
 */
export function visibleInBin(model: ContentModel, actor: Actor): Prisma.EntryWhereInput {
  const userId = onlyOf(actor);
  return {
    deletedAt: { not: null },
    type: { in: Object.keys(model) },
    ...(userId === undefined || isAllowed(actor, "entries.delete") ? {} : { deletedById: userId }),
    ...(userId === undefined ? {} : { OR: [{ createdById: userId }, { assigneeId: userId }] }),
  };
}
