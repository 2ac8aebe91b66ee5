import type { Db } from "./create-db.ts";

/** The last event that somebody outside has been told of; `undefined` before the first time. */
export async function readEventCursor(db: Db, name: string): Promise<bigint | undefined> {
  const row = await db.eventCursor.findUnique({ where: { name }, select: { eventId: true } });
  return row?.eventId;
}

/** Remembers how far they have been told. */
export async function moveEventCursor(db: Db, name: string, eventId: bigint): Promise<void> {
  await db.eventCursor.upsert({ where: { name }, create: { name, eventId }, update: { eventId } });
}

/** Forgets the cursors whose names begin like `name`, up to its colon, but not that one. */
export async function removeOtherCursors(db: Db, name: string): Promise<void> {
  const group = name.slice(0, name.indexOf(":") + 1);
  await db.eventCursor.deleteMany({ where: { name: { startsWith: group, not: name } } });
}
