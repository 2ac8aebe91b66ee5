import { emit } from "@letterpress/db/events";
import { withTx } from "@letterpress/db/with-tx";
import type { Context } from "../context.ts";
import { fail } from "../errors.ts";
import { passwordMatches } from "./password.ts";
import { sessionsOf } from "./sessions.ts";

/**
 * Starts a session. Attempts are counted per address of mail and of network, before the password is looked at.
 * Throws `SIGN_IN_FAILED` (the same for a wrong address and a wrong password) and `TOO_MANY_ATTEMPTS`.
 */
export async function signIn(ctx: Context, input: { email: string; password: string }) {
  const { deps } = ctx;
  const email = input.email.toLowerCase();
  await deps.signInAttempts.consume(`address:${ctx.clientAddress}`);
  await deps.signInAttempts.consume(`email:${email}`);
  const user = await deps.db.user.findUnique({ where: { email } });
  if (!(await passwordMatches(input.password, user?.passwordHash)) || !user) return fail("SIGN_IN_FAILED");
  await deps.signInAttempts.forget(`email:${email}`);
  await startSession(ctx, user.id);
  return { id: user.id, name: user.name, email: user.email, role: user.role };
}

/** Gives the caller a session as this user; a session that they came with ends, so that none can be planted. */
export async function startSession(ctx: Context, userId: string): Promise<void> {
  const sessions = sessionsOf(ctx.deps.db);
  if (ctx.session.token !== null) await sessions.invalidateSession(ctx.session.token);
  const session = await sessions.createSession(userId, {});
  await withTx(ctx.deps.db, (tx) => emit(tx, { kind: "user", userId }, { name: "user.signedIn", userId }));
  ctx.session.set(session.id, session.expiresAt);
}
