import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { sessionsOf } from "./sessions.ts";

interface ResolvedSession {
  actor: Actor;
  /** Set when the session was renewed: the caller's cookie should last as long. */
  renewedUntil: Date | null;
}

/** Who a session's token belongs to; an unknown or expired token is nobody. */
export async function resolveSession(deps: Deps, token: string | null): Promise<ResolvedSession> {
  const nobody = { actor: { kind: "nobody" } as const, renewedUntil: null };
  if (token === null) return nobody;
  const { session, user } = await sessionsOf(deps.db).validateSession(token);
  if (!session) return nobody;
  return {
    actor: { kind: "user", userId: user.id, name: user.name, email: user.email, role: user.role },
    renewedUntil: session.fresh ? session.expiresAt : null,
  };
}
