import { z } from "zod";
import { createField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";

/** Characters of an email address at most (RFC 5321, 4.5.3.1.3). */
const emailMax = 254;

/** An email address. It is public once published. */
export function email(options: FieldOptions = {}): Field<"email", string, string, "required"> {
  return createField({
    kind: "email",
    options,
    settings: { max: emailMax },
    input: z
      .email("Use an email address, such as ann@example.com.")
      .max(emailMax, `Use at most ${emailMax} characters.`),
    output: z.string(),
    whenMissing: "",
    toOutput: (value) => value,
  });
}
