import type { EventEntry } from "@letterpress/db/events";
import type { EntryRow } from "./entry.ts";

/** What an event says of the entry that it is about. */
export function eventEntry(
  row: Pick<EntryRow, "id" | "type" | "slug" | "title" | "version" | "createdById">,
): EventEntry {
  const { id: entryId, type, slug, title, version, createdById: ownerId } = row;
  return { entryId, type, slug, title, version, ownerId };
}

/** The users to whom it matters what is said of an entry: who has made it, and who is to work on it. */
export function concernedBy({
  createdById,
  assigneeId,
}: Pick<EntryRow, "createdById" | "assigneeId">): string[] {
  return [...new Set([createdById, assigneeId])].filter((id) => id !== null);
}
