import { z } from "zod";
import { createField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";

/** Characters of a web address at most: beyond that, browsers and caches differ. */
const urlMax = 2_000;

/** A web address that starts with `https://` or `http://`. */
export function url(options: FieldOptions = {}): Field<"url", string, string, "required"> {
  return createField({
    kind: "url",
    options,
    settings: { max: urlMax },
    input: z
      .url({
        protocol: /^https?$/,
        message: "Use an address that starts with https:// or http://.",
        abort: true,
      })
      .max(urlMax, `Use at most ${urlMax} characters.`)
      // A browser would repair these, each in its own way.
      .regex(/^[^\s\p{Cc}\p{Cs}]*$/u, "Use an address without spaces: write %20 for each."),
    output: z.string(),
    whenMissing: "",
    toOutput: (value) => value,
  });
}
