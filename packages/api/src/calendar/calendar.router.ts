import { z } from "zod";
import { moment } from "../moment.ts";
import { procedure, router } from "../trpc.ts";
import { calendarItemOutput, listCalendar } from "./list-calendar.ts";

const longest = 100 * 24 * 60 * 60 * 1_000;

const stretch = z
  .strictObject({ from: moment, to: moment })
  .refine(({ from, to }) => to.getTime() - from.getTime() <= longest, {
    message: "Ask for 100 days at most.",
    path: ["to"],
  });

export const calendarRouter = router({
  /** `to` is not included. `troubled`: only what has failed or is late, whenever it should have been. */
  list: procedure("entries.read")
    .input(z.union([stretch, z.strictObject({ troubled: z.literal(true) })]))
    .output(z.array(calendarItemOutput))
    .query(({ ctx, input }) => listCalendar(ctx.deps, ctx.actor, input)),
});
