import { emit } from "@letterpress/db/events";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";

/** Ends a key for good, at once on every node. Revoking it again changes nothing. Throws `API_KEY_MISSING`. */
export async function revokeApiKey(deps: Deps, actor: Actor, { id }: { id: string }): Promise<void> {
  await withTx(deps.db, async (tx) => {
    const [revoked] = await tx.apiKey.updateManyAndReturn({
      where: { id, revokedAt: null },
      data: { revokedAt: deps.clock() },
      select: { name: true },
    });
    if (revoked)
      return emit(tx, eventActor(actor), { name: "apiKey.revoked", keyId: id, keyName: revoked.name });
    if ((await tx.apiKey.count({ where: { id } })) === 0) return fail("API_KEY_MISSING");
  });
}
