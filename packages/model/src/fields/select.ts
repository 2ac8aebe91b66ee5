import { z } from "zod";
import { createField, type Field, type FieldOptions } from "../field.ts";

/** One of a fixed list of values. */
export function select<const Values extends readonly [string, ...string[]]>(
  values: Values,
  options: FieldOptions = {},
): Field<"select", Values[number], Values[number], false> {
  const schema = z.enum(values, `Use one of: ${values.join(", ")}.`) as unknown as z.ZodType<Values[number]>;
  return createField({
    kind: "select",
    input: schema,
    // A value that was removed from the list still reads: published entries keep what they were published with.
    output: z.string() as unknown as z.ZodType<Values[number]>,
    whenMissing: values[0],
    options,
    settings: { options: values },
    filterable: true,
  });
}
