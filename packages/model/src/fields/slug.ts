import { z } from "zod";
import { createDefaultedField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";

interface SlugOptions extends FieldOptions {
  /** The text field that an empty slug is made from. Defaults to the type's title field. */
  from?: string;
}

/** Characters of a slug at most. */
export const slugMax = 160;

const pattern = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+)*$/u;

/** The last part of an entry's address: lower-case letters and digits of any script, joined by single hyphens. */
export function slug(options: SlugOptions = {}): Field<"slug", string, string, "defaulted"> {
  return createDefaultedField(
    {
      kind: "slug",
      options,
      settings: { max: slugMax, ...(options.from === undefined ? {} : { from: options.from }) },
      input: z
        .string("Use text.")
        // One address for one word, whichever way its accents were typed.
        .normalize("NFC")
        .max(slugMax, `Use at most ${slugMax} characters.`)
        .regex(pattern, "Use lower-case letters, digits and single hyphens between them."),
      output: z.string(),
      whenMissing: "",
      toOutput: (value) => value,
    },
    undefined,
  );
}
