import { z } from "zod";
import { earliestDate } from "../earliest-date.ts";
import { latestDate } from "../latest-date.ts";

/** A time that the database can hold. Whether it is still to come is asked of the database: see require-future.ts. */
export const scheduledTime = z
  .date()
  .min(earliestDate, "Use a time that is still to come.")
  .max(latestDate, "Use a time before the year 10000.");
