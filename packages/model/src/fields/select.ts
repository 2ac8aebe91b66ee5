import { z } from "zod";
import { createField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";

/** One of a fixed list of values. */
export function select<const Values extends readonly [string, ...string[]]>(
  values: Values,
  options: FieldOptions = {},
): Field<"select", Values[number], Values[number], "required"> {
  return createField<"select", Values[number], Values[number]>({
    kind: "select",
    options,
    settings: { options: values },
    input: oneOf(values),
    // A value that was removed from the list still reads: published entries keep what they were published with.
    output: z.string() as unknown as z.ZodType<Values[number]>,
    whenMissing: values[0],
    toOutput: (value) => value,
  });
}

/** Checks for one of the values. */
export function oneOf<const Values extends readonly [string, ...string[]]>(
  values: Values,
): z.ZodType<Values[number]> {
  return z.enum(values, `Use one of: ${values.join(", ")}.`) as unknown as z.ZodType<Values[number]>;
}
