import { z } from "zod";
import { createField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";

/** A day of the calendar without a time or zone, written `YYYY-MM-DD` (ISO 8601). */
export function date(options: FieldOptions = {}): Field<"date", string, string, "required"> {
  return createField({
    kind: "date",
    options,
    input: z.iso
      .date({ error: "Use a date of the form 2026-12-31.", abort: true })
      .refine((day) => day >= "0001", "Use a date in the years 1 to 9999."),
    output: z.string(),
    whenMissing: "",
    toOutput: (value) => value,
  });
}
