import { z } from "zod";
import { earliestDate } from "./earliest-date.ts";
import { latestDate } from "./latest-date.ts";

/** The schema of a time that JavaScript and PostgreSQL write in the same way. */
export const moment = z
  .date()
  .min(earliestDate, "Use a time after the year 0.")
  .max(latestDate, "Use a time before the year 10000.");
