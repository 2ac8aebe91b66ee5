import { z } from "zod";
import { createField } from "../create-field.ts";
import type { Field, FieldMap, FieldOptions } from "../field.ts";
import { changesSchema, outputShape, whenMissingOf } from "../field-schemas.ts";
import type { FieldsDraft, FieldsInput, FieldsOutput } from "../field-values.ts";

/** Several fields that belong together and are saved as one value. */
export function group<const Fields extends FieldMap>(
  fields: Fields,
  options: FieldOptions = {},
): Field<"group", FieldsInput<Fields>, FieldsOutput<Fields>, "required", FieldsDraft<Fields>> {
  return createField<"group", FieldsInput<Fields>, FieldsOutput<Fields>, FieldsDraft<Fields>>({
    kind: "group",
    options,
    input: changesSchema(fields).transform(withoutEmpty) as unknown as z.ZodType<FieldsDraft<Fields>>,
    output: z.object(outputShape(fields)) as unknown as z.ZodType<FieldsOutput<Fields>>,
    whenMissing: whenMissingOf(fields),
    toOutput: (stored) => ({ ...whenMissingOf(fields), ...outputsOf(fields, stored) }),
    fields,
  });
}

/** Pictures, files and markdown are left out: they take more than the value. */
function outputsOf(fields: FieldMap, stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { toOutput }]) =>
      toOutput && stored[name] !== undefined ? [[name, toOutput(stored[name])]] : [],
    ),
  );
}

/** Emptied fields are left out of what is stored. */
function withoutEmpty(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}
