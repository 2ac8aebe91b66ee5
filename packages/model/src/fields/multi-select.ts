import { z } from "zod";
import { createDefaultedField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";
import { oneOf } from "./select.ts";

interface MultiSelectOptions extends FieldOptions {
  /** The fewest values that publishing asks for. */
  min?: number;
}

/** Any number of a fixed list of values, each once. */
export function multiSelect<const Values extends readonly [string, ...string[]]>(
  values: Values,
  options: MultiSelectOptions = {},
): Field<"multiSelect", Values[number][], Values[number][], "defaulted"> {
  const { min } = options;
  return createDefaultedField<"multiSelect", Values[number][], Values[number][]>(
    {
      kind: "multiSelect",
      options,
      settings: { options: values, ...(min === undefined ? {} : { min }) },
      input: z
        .array(oneOf(values), "Use a list.")
        .max(values.length, "Name each value once.")
        .refine((chosen) => new Set(chosen).size === chosen.length, "Name each value once."),
      output: z.array(z.string()) as unknown as z.ZodType<Values[number][]>,
      whenMissing: [],
      toOutput: (value) => value,
    },
    [],
  );
}
