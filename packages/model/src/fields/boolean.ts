import { z } from "zod";
import { createField, type Field, type FieldOptions } from "../field.ts";

/** Yes or no. */
export function boolean(options: FieldOptions = {}): Field<"boolean", boolean, boolean, false> {
  return createField({
    kind: "boolean",
    input: z.boolean("Use true or false."),
    output: z.boolean(),
    whenMissing: false,
    options,
    filterable: true,
  });
}
