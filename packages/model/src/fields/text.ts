import { z } from "zod";
import { createField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";
import { storableText } from "../storable-text.ts";

interface TextOptions extends FieldOptions {
  /** Characters at most; 10,000 unless told. */
  max?: number;
  /** Edited in a box of several lines; line breaks are kept. */
  multiline?: boolean;
}

/** Plain text without markup. */
export function text(options: TextOptions = {}): Field<"text", string, string, "required"> {
  const { max = 10_000, multiline = false } = options;
  const input = storableText().max(max, `Use at most ${max} characters.`);
  return createField({
    kind: "text",
    input: multiline ? input : input.regex(/^[^\r\n]*$/, "This is a single line: remove the line breaks."),
    output: z.string(),
    whenMissing: "",
    toOutput: (value) => value,
    options,
    settings: { max, multiline },
  });
}
