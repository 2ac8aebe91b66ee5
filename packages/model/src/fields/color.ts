import { z } from "zod";
import { createField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";

/** An sRGB colour, written `#rrggbb` (CSS Color 4, hexadecimal notation). */
export function color(options: FieldOptions = {}): Field<"color", string, string, "required"> {
  return createField({
    kind: "color",
    options,
    input: z
      .string("Use a colour of the form #1a2b3c.")
      .regex(/^#[0-9a-fA-F]{6}$/, "Use a colour of the form #1a2b3c.")
      .toLowerCase(),
    output: z.string(),
    whenMissing: "#000000",
    toOutput: (value) => value,
  });
}
