import { emit } from "@letterpress/db/events";
import { withTx } from "@letterpress/db/with-tx";
import type { Context } from "../context.ts";
import { fail } from "../errors.ts";
import { networkOf } from "./network-of.ts";
import { passwordMatches } from "./password.ts";
import { sessionsOf } from "./sessions.ts";

/**
 * Starts a session. Attempts are counted before the password is looked at.
 * Throws `SIGN_IN_FAILED` (the same for a wrong address and a wrong password) and `TOO_MANY_ATTEMPTS`.
 */
export async function signIn(ctx: Context, input: { email: string; password: string }) {
  const { deps } = ctx;
  const email = input.email.toLowerCase();
  const network = networkOf(ctx.clientAddress);
  // By network, and by network and account: strangers elsewhere must not be able to lock a user out.
  const keys = [network, `${network} ${email}`];
  for (const key of keys) await deps.signInAttempts.consume(key);
  const user = await deps.db.user.findUnique({ where: { email } });
  if (!(await passwordMatches(input.password, user?.passwordHash)) || !user) return fail("SIGN_IN_FAILED");
  // A whole editorial office may share one address.
  for (const key of keys) await deps.signInAttempts.forget(key);
  await startSession(ctx, user);
  return { id: user.id, name: user.name, email: user.email, role: user.role };
}

/** Gives the caller a session as this user; a session that they came with ends, so that none can be planted. */
export async function startSession(
  ctx: Context,
  { id: userId, name }: { id: string; name: string },
): Promise<void> {
  const session = await withTx(ctx.deps.db, async (tx) => {
    const sessions = sessionsOf(tx);
    if (ctx.session.token !== null) await sessions.invalidateSession(ctx.session.token);
    emit(tx, { kind: "user", userId, name }, { name: "user.signedIn", userId });
    return sessions.createSession(userId, {});
  });
  ctx.session.set(session.id, session.expiresAt);
}
