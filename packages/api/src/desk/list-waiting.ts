import { countWaiting } from "@letterpress/db/count-waiting";
import { z } from "zod";
import type { Actor } from "../access/actor.ts";
import { isAllowed } from "../access/permissions.ts";
import type { Deps } from "../deps.ts";

/** How many entries of a content type wait for whoever asks. */
export interface Waiting {
  type: string;
  /** In review; 0 for those who may not review. */
  inReview: number;
  /** Assigned to them, and neither archived nor published as they are. */
  assigned: number;
}

export const waitingOutput: z.ZodType<Waiting> = z.object({
  type: z.string(),
  inReview: z.number(),
  assigned: z.number(),
});

/** Of the content types of which there are any. */
export async function listWaiting({ db, model }: Deps, actor: Actor): Promise<Waiting[]> {
  if (actor.kind !== "user") return [];
  const { userId } = actor;
  const rows = await countWaiting(db, { userId, reviews: isAllowed(actor, "entries.review") });
  return rows.filter(({ type }) => Object.hasOwn(model, type));
}
