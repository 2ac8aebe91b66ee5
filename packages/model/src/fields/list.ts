import { z } from "zod";
import { createDefaultedField } from "../create-field.ts";
import type { Field, FieldKind, FieldOptions } from "../field.ts";
import { zodOf } from "../zod-of.ts";

interface ListOptions extends FieldOptions {
  /** The fewest items that publishing asks for. */
  min?: number;
  /** Items at most; 100 unless told. */
  max?: number;
}

/** Any number of values of one kind, in order. */
export function list<Input, Output, Draft>(
  item: Field<FieldKind, Input, Output, "required" | "defaulted", Draft>,
  options: ListOptions = {},
): Field<"list", Input[], Output[], "defaulted", Draft[]> {
  const { min, max = 100 } = options;
  return createDefaultedField<"list", Input[], Output[], Draft[]>(
    {
      kind: "list",
      options,
      settings: { max, ...(min === undefined ? {} : { min }) },
      input: z.array(zodOf(item.input), "Use a list.").max(max, `Use at most ${max} items.`),
      output: z.array(zodOf(item.output)),
      whenMissing: [],
      ...(item.toOutput ? { toOutput: (values) => values.map((one) => item.toOutput?.(one)) } : {}),
      item: item as unknown as Field,
    },
    [],
  );
}
