import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { tokenHash } from "./token-hash.ts";

/**
 * Who a caller is by now: nobody, when the session has ended or the API key was revoked since. It renews no session, as
 * the cookie could not be renewed with it.
 */
export async function currentActor(
  { db, clock }: Deps,
  { actor, token }: { actor: Actor; token: string | null },
): Promise<Actor> {
  if (actor.kind === "apiKey") {
    const valid = { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: clock() } }] };
    const key = await db.apiKey.findFirst({
      where: { ...valid, id: actor.keyId },
      select: { name: true, scope: true },
    });
    return key ? { ...actor, ...key } : { kind: "nobody" };
  }
  if (actor.kind !== "user") return actor;
  const session = await db.session.findFirst({
    where: { tokenHash: tokenHash(token ?? ""), userId: actor.userId, expiresAt: { gt: clock() } },
    select: { user: { select: { name: true, email: true, role: true } } },
  });
  return session ? { ...actor, ...session.user } : { kind: "nobody" };
}
