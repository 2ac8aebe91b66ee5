import { z } from "zod";
import { createField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** Any JSON value. It is neither checked further nor filterable: prefer a group where the shape is known. */
export function json(options: FieldOptions = {}): Field<"json", JsonValue, JsonValue, "required"> {
  const value = z.json("Use a JSON value.") as z.ZodType<JsonValue>;
  return createField({
    kind: "json",
    options,
    input: value,
    output: value,
    whenMissing: null,
    toOutput: (given) => given,
  });
}
