import type { Actor } from "../access/actor.ts";
import { networkOf } from "../auth/network-of.ts";
import { tokenHash } from "../auth/token-hash.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";

/** How exactly the time of a key's last use is kept, in milliseconds: not every read of a program is a write. */
const lastUseStep = 60_000;

interface KeyUse {
  /** What the caller gave as a key, whatever it looks like. */
  token: string;
  /** The caller's network address, to slow down guessing. */
  clientAddress: string;
}

/**
 * Makes the function that tells whose a key is; a node has one. It throws `API_KEY_INVALID` for what is no key, and for
 * keys that have expired or were revoked, and `TOO_MANY_ATTEMPTS` after too many that never were any.
 */
export function apiKeyResolver(deps: Deps): (use: KeyUse) => Promise<Actor> {
  // Programs share addresses: somebody else's guesses must not shut out one whose key has worked here before.
  const seen = new Set<string>();

  return async ({ token, clientAddress }) => {
    const hash = tokenHash(token);
    const attempts = `api key ${networkOf(clientAddress)}`;
    if (!seen.has(hash)) await deps.signInAttempts.check(attempts);
    const key = await deps.db.apiKey.findUnique({
      where: { tokenHash: hash },
      select: { id: true, name: true, scope: true, lastUsedAt: true, expiresAt: true, revokedAt: true },
    });
    if (!key) {
      await deps.signInAttempts.consume(attempts);
      return fail("API_KEY_INVALID");
    }
    // An old key in a program that nobody stopped is no guess.
    seen.add(hash);
    const now = deps.clock();
    if (key.revokedAt || (key.expiresAt && key.expiresAt <= now)) return fail("API_KEY_INVALID");
    await noteUse(deps, key, now);
    return { kind: "apiKey", keyId: key.id, name: key.name, scope: key.scope };
  };
}

async function noteUse({ db }: Deps, key: { id: string; lastUsedAt: Date | null }, now: Date): Promise<void> {
  const before = new Date(now.getTime() - lastUseStep);
  if (key.lastUsedAt && key.lastUsedAt > before) return;
  // Asked again in the statement: of many requests at once, one writes.
  await db.apiKey.updateMany({
    where: { id: key.id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] },
    data: { lastUsedAt: now },
  });
}
