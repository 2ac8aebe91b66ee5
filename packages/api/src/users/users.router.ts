import { z } from "zod";
import { roles } from "../access/permissions.ts";
import { procedure, router } from "../trpc.ts";
import { listUserChoices } from "./list-user-choices.ts";

/** The staff. API keys reach nobody of it. */
export const usersRouter = router({
  choices: procedure("signedIn")
    .input(z.strictObject({}).optional())
    .output(z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(roles) })))
    .query(({ ctx }) => listUserChoices(ctx.deps)),
});
