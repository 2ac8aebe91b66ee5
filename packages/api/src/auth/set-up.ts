import { lockInTx } from "@letterpress/db/lock-in-tx";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { createUser } from "./create-user.ts";
import { hasOwner } from "./has-owner.ts";
import { tokenHash } from "./token-hash.ts";

interface FirstOwner {
  email: string;
  name: string;
  password: string;
}

/**
 * Makes the first owner for whoever holds a set-up link. Works once: of two at the same moment one gets
 * `SET_UP_DONE`. Throws `SET_UP_LINK_INVALID` on a wrong token.
 */
export async function setUp(deps: Deps, actor: Actor, input: FirstOwner & { token: string }) {
  // Looked at before the expensive hash as well, so that strangers cannot make the server hash.
  if (await hasOwner(deps.db)) return fail("SET_UP_DONE");
  const token = await deps.db.setUpToken.findUnique({ where: { tokenHash: tokenHash(input.token) } });
  if (!token) return fail("SET_UP_LINK_INVALID");
  return createOwner(deps, actor, input);
}

/** Makes the first owner. Throws `SET_UP_DONE` when there is one. */
export function createOwner(deps: Deps, actor: Actor, input: FirstOwner): Promise<{ id: string }> {
  return createUser(deps, actor, { ...input, role: "owner" }, async (tx) => {
    await lockInTx(tx, "set-up");
    if (await hasOwner(tx)) return fail("SET_UP_DONE");
    await tx.setUpToken.deleteMany();
  });
}
