import { z } from "zod";
import { createDefaultedField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";

/** Yes or no; no unless told. */
export function boolean(options: FieldOptions = {}): Field<"boolean", boolean, boolean, "defaulted"> {
  return createDefaultedField(
    {
      kind: "boolean",
      options,
      input: z.boolean("Use true or false."),
      output: z.boolean(),
      whenMissing: false,
      toOutput: (value) => value,
    },
    false,
  );
}
