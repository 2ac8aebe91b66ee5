import { z } from "zod";
import type { FeedEvent } from "./event-feed.ts";

/** Something that happened. */
export interface PressEvent {
  /** Higher than that of everything that happened before. */
  id: string;
  /** Such as `entry.published`. */
  name: string;
  at: Date;
  /** Who did it, with the name that they had; they may be long gone. */
  actor: { kind: "user" | "apiKey" | "system" | "nobody"; id: string | null; name: string };
  /** What it is about, as it was then; `null` where it is about no entry. */
  entry: { id: string; type: string; slug: string; title: string; version: number } | null;
  assetId: string | null;
  /** What else there is to tell, by the name of the event. */
  details: Record<string, unknown>;
}

export const pressEventOutput = z.object({
  id: z.string(),
  name: z.string(),
  at: z.date(),
  actor: z.object({
    kind: z.enum(["user", "apiKey", "system", "nobody"]),
    id: z.string().nullable(),
    name: z.string(),
  }),
  entry: z
    .object({
      id: z.string(),
      type: z.string(),
      slug: z.string(),
      title: z.string(),
      version: z.number(),
    })
    .nullable(),
  assetId: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});

/** What events of entries have in their payload; those of a first release have no title. */
const entryPart = z.object({
  type: z.string().default(""),
  slug: z.string().default(""),
  title: z.string().default(""),
  version: z.number().default(0),
});

export function toPressEvent(event: FeedEvent): PressEvent {
  const { id, name, createdAt: at, actor, actorId, entryId, assetId, payload } = event;
  const common = {
    id: String(id),
    name,
    at,
    actor: { kind: actor.kind, id: actorId, name: "name" in actor ? actor.name : "" },
    assetId,
  };
  if (entryId === null) return { ...common, entry: null, details: payload };
  const { type, slug, title, version, ...details } = payload;
  const entry = { id: entryId, ...entryPart.parse({ type, slug, title, version }) };
  return { ...common, entry, details };
}
