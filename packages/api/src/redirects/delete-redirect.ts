import { emit } from "@letterpress/db/events";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { normalisePath } from "./normalise-path.ts";

/** Throws `REDIRECT_MISSING`. */
export async function deleteRedirect(deps: Deps, actor: Actor, input: { path: string }): Promise<void> {
  const path = normalisePath(input.path) ?? "";
  await withTx(deps.db, async (tx) => {
    const [ended] = await tx.$queryRaw<{ target: string }[]>`
      DELETE FROM path_redirect WHERE path = ${path} RETURNING target`;
    if (!ended) return fail("REDIRECT_MISSING");
    emit(tx, eventActor(actor), { name: "redirect.deleted", path, target: ended.target });
  });
}
