import { z } from "zod";
import { earliestDate } from "../earliest-date.ts";
import { latestDate } from "../latest-date.ts";
import { procedure, router } from "../trpc.ts";
import { calendarItemOutput, listCalendar } from "./list-calendar.ts";

const longest = 100 * 24 * 60 * 60 * 1_000;

const moment = z
  .date()
  .min(earliestDate, "Use a time after the year 0.")
  .max(latestDate, "Use a time before the year 10000.");

export const calendarRouter = router({
  /** `to` is not included. */
  list: procedure("entries.read")
    .input(
      z
        .strictObject({ from: moment, to: moment })
        .refine(({ from, to }) => to.getTime() - from.getTime() <= longest, {
          message: "Ask for 100 days at most.",
          path: ["to"],
        }),
    )
    .output(z.array(calendarItemOutput))
    .query(({ ctx, input }) => listCalendar(ctx.deps, ctx.actor, input)),
});
