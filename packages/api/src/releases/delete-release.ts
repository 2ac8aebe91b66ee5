import { emit } from "@letterpress/db/events";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { lockOpenRelease } from "./find-release.ts";

/** Forgets what was to be published together; its entries stay as they are. Throws `RELEASE_MISSING` and `RELEASE_PUBLISHED`. */
export async function deleteRelease(deps: Deps, actor: Actor, { id }: { id: string }): Promise<void> {
  await withTx(deps.db, async (tx) => {
    const { name: title } = await lockOpenRelease(tx, id);
    await tx.release.deleteMany({ where: { id } });
    emit(tx, eventActor(actor), { name: "release.deleted", releaseId: id, title });
  });
}
