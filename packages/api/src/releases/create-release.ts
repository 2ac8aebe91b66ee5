import { emit } from "@letterpress/db/events";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { type Release, releaseSelect, toRelease } from "./release.ts";

export async function createRelease(
  deps: Deps,
  actor: Actor,
  { name, note = "" }: { name: string; note?: string | undefined },
): Promise<Release> {
  const now = deps.clock();
  const createdById = actor.kind === "user" ? actor.userId : null;
  return withTx(deps.db, async (tx) => {
    const row = await tx.release.create({
      data: { name, note, createdById, createdAt: now, updatedAt: now },
      select: releaseSelect,
    });
    emit(tx, eventActor(actor), { name: "release.created", releaseId: row.id, title: name });
    return toRelease(row);
  });
}
