import { z } from "zod";
import { procedure, router } from "../trpc.ts";
import { listWaiting, waitingOutput } from "./list-waiting.ts";

/** What there is to do. */
export const deskRouter = router({
  waiting: procedure("signedIn")
    .input(z.strictObject({}).optional())
    .output(z.array(waitingOutput))
    .query(({ ctx }) => listWaiting(ctx.deps, ctx.actor)),
});
