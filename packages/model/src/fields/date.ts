import { z } from "zod";
import { createField, type Field, type FieldOptions } from "../field.ts";

/** A day of the calendar without a time or zone, written `YYYY-MM-DD` (ISO 8601). */
export function date(options: FieldOptions = {}): Field<"date", string, string, false> {
  return createField({
    kind: "date",
    input: z.iso.date("Use a date of the form 2026-12-31."),
    output: z.string(),
    whenMissing: "",
    options,
    filterable: true,
  });
}
