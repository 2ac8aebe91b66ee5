import { z } from "zod";
import { canonicalJson, type JsonValue } from "../canonical-json.ts";
import { createField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";

/** Any JSON value. It is neither checked further nor filterable: prefer a group where the shape is known. */
export function json(options: FieldOptions = {}): Field<"json", JsonValue, JsonValue, "required"> {
  return createField({
    kind: "json",
    options,
    input: canonicalSchema(),
    output: storedJson as z.ZodType<JsonValue>,
    whenMissing: null,
    toOutput: (given) => given,
  });
}

/** What is stored went through an input already. */
export const storedJson: z.ZodType = z.unknown().refine((value) => value !== undefined, "Use a JSON value.");

/** Gives the JSON of a value, and refuses values that JSON cannot hold. */
export function canonicalSchema(): z.ZodType<JsonValue> {
  return z.unknown().transform((value, context): JsonValue => {
    const json = canonicalJson(value);
    if (json.ok) return json.value;
    context.addIssue({ code: "custom", path: json.path, message: json.message });
    return z.NEVER;
  });
}
