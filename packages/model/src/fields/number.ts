import { z } from "zod";
import { createField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";

interface NumberOptions extends FieldOptions {
  min?: number;
  max?: number;
  /** No fractions. */
  integer?: boolean;
}

/** Beyond these, whole numbers are not exact any more. */
const { MAX_SAFE_INTEGER: greatest } = Number;

function notWhole({ code }: { code: string }): string {
  return code === "invalid_type"
    ? "Use a whole number."
    : `Use a whole number from -${greatest} to ${greatest}.`;
}

/** A number (IEEE 754 double precision, finite). */
export function number(options: NumberOptions = {}): Field<"number", number, number, "required"> {
  const { min, max, integer = false } = options;
  let input = z.number("Use a number.");
  if (integer) input = input.int({ error: notWhole });
  if (min !== undefined) input = input.min(min, `Use ${min} or more.`);
  if (max !== undefined) input = input.max(max, `Use ${max} or less.`);
  return createField({
    kind: "number",
    options,
    settings: { integer, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
    // JSON has no negative zero, and it would sort before zero.
    input: input.transform((value) => (value === 0 ? 0 : value)),
    output: z.number(),
    whenMissing: min === undefined || min <= 0 ? 0 : min,
    toOutput: (value) => value,
  });
}
