import { z } from "zod";
import { createField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";

const problem = "Use a time with its zone, of the form 2026-12-31T18:00:00Z.";

/** PostgreSQL and ISO 8601 texts agree on the order of times within these years only. */
function isInFourDigitYears(time: Date): boolean {
  return time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999;
}

/**
 * A moment, the same everywhere on earth. It is written as a `Date` or as ISO 8601 with a zone, kept in UTC to the
 * millisecond, and read as a `Date`.
 */
export function datetime(
  options: FieldOptions = {},
): Field<"datetime", Date | string, Date, "required", string> {
  return createField<"datetime", Date | string, Date, string>({
    kind: "datetime",
    options,
    input: z
      .union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))], problem)
      .refine(isInFourDigitYears, "Use a time in the years 1 to 9999.")
      .transform((time) => time.toISOString()),
    // Coercion alone would make a moment of anything: of a number that the field held when it was of another kind.
    output: z.union([z.date(), z.iso.datetime()]).pipe(z.coerce.date()),
    whenMissing: "1970-01-01T00:00:00.000Z",
    toOutput: (value) => value,
  });
}
