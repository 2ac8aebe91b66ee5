import { z } from "zod";
import type { ContentType } from "./content-type.ts";
import type { FieldSchema } from "./field.ts";

// Every field is made with zod; `FieldSchema` only hides that from the types that other apps install.
const zodOf = (schema: FieldSchema<unknown>) => schema as unknown as z.ZodType;

/** Checks changes to a draft: any known field, `null` to empty one; unknown names are refused. */
export function fieldChangesSchema(type: ContentType): z.ZodType<Record<string, unknown>> {
  const shape = Object.entries(type.fields).map(([name, field]) => {
    const input = zodOf(field.input);
    return [name, name === "slug" ? input.optional() : input.nullable().optional()] as const;
  });
  return z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodType<Record<string, unknown>>;
}

/** The published output of a type's fields, without those that every published entry has. */
export function outputShape(type: ContentType): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(type.fields).map(([name, field]) => {
      const output = zodOf(field.output);
      return [name, field.isOptional ? output.optional() : output];
    }),
  );
}
