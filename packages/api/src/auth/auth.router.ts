import { storableText } from "@letterpress/model/storable-text";
import { z } from "zod";
import { type Role, roles } from "../access/permissions.ts";
import { procedure, router } from "../trpc.ts";
import { passwordLength } from "./password.ts";
import { sessionsOf } from "./sessions.ts";
import { setUp } from "./set-up.ts";
import { signIn, startSession } from "./sign-in.ts";

/** The signed-in user. */
export interface Me {
  id: string;
  name: string;
  email: string;
  role: Role;
}

const me: z.ZodType<Me> = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
});

const email = z.email("This is not an email address.").max(254);
const password = z
  .string()
  .min(passwordLength.min, `Use at least ${passwordLength.min} characters.`)
  .max(passwordLength.max, `Use at most ${passwordLength.max} characters.`);

export const authRouter = router({
  setUp: procedure("session")
    .input(
      z.strictObject({
        token: z.string().max(100),
        email,
        name: storableText().trim().min(1, "Give a name.").max(120),
        password,
      }),
    )
    .output(me)
    .mutation(async ({ ctx, input }) => {
      const { id } = await setUp(ctx.deps, ctx.actor, input);
      await startSession(ctx, { id, name: input.name });
      return { id, name: input.name, email: input.email.toLowerCase(), role: "owner" };
    }),

  signIn: procedure("session")
    .input(z.strictObject({ email, password: z.string().max(passwordLength.max) }))
    .output(me)
    .mutation(({ ctx, input }) => signIn(ctx, input)),

  signOut: procedure("session")
    .input(z.void())
    .output(z.void())
    .mutation(async ({ ctx }) => {
      if (ctx.session.token !== null) await sessionsOf(ctx.deps.db).invalidateSession(ctx.session.token);
      ctx.session.clear();
    }),

  /** Who is calling; `null` for nobody. */
  me: procedure("session")
    .input(z.void())
    .output(me.nullable())
    .query(({ ctx }) => {
      if (ctx.actor.kind !== "user") return null;
      const { userId, name, email: address, role } = ctx.actor;
      return { id: userId, name, email: address, role };
    }),
});
