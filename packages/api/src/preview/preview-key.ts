import { randomBytes } from "node:crypto";
import type { Db } from "@letterpress/db/create-db";

const name = "preview";
const keys = new WeakMap<Db, Promise<Uint8Array>>();

/** The key that preview links are signed with: all nodes share it, and it is made when it is needed first. */
export function previewKey(db: Db): Promise<Uint8Array> {
  const known = keys.get(db);
  if (known) return known;
  const key = readOrMake(db);
  keys.set(db, key);
  key.catch(() => keys.delete(db));
  return key;
}

async function readOrMake(db: Db): Promise<Uint8Array> {
  const find = () => db.secret.findUnique({ where: { name }, select: { value: true } });
  const found = await find();
  if (found) return found.value;
  // Of two nodes that make one at once, the first one's is kept, and both read it.
  await db.secret.createMany({ data: { name, value: randomBytes(32) }, skipDuplicates: true });
  const made = await find();
  if (!made) throw new Error("The key of preview links is gone.");
  return made.value;
}
