import { z } from "zod";
import type { ContentType } from "./content-type.ts";
import type { FieldMap } from "./field.ts";
import { isPlainObject } from "./plain-object.ts";
import { zodOf } from "./zod-of.ts";

/** Checks changes to some fields: any of them, `null` to empty one. Unknown names are refused. */
export function changesSchema(fields: FieldMap) {
  const shape = Object.entries(fields).map(([name, field]) => {
    const input = zodOf(field.input);
    return [name, field.kind === "slug" ? input.optional() : input.nullable().optional()] as const;
  });
  const known = z.strictObject(Object.fromEntries(shape) as Record<string, z.ZodType>, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `There is no field "${issue.keys[0]?.slice(0, 60)}" here.`
        : undefined,
  });
  return z.preprocess((value, context) => {
    // zod alone takes a Date for an object without fields.
    if (!isPlainObject(value)) context.addIssue("Use an object of fields.");
    return value;
  }, known);
}

/** Checks changes to a draft. */
export function fieldChangesSchema(type: ContentType): z.ZodType<Record<string, unknown>> {
  return changesSchema(type.fields);
}

/**
 * The schemas of the published output of some fields. A stored value of another shape, which an entry has that was
 * published before its type changed, reads as if it was missing: one old entry must not fail a whole list.
 */
export function outputShape(fields: FieldMap): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const output = zodOf(field.output);
      return [
        name,
        field.presence === "optional"
          ? output.optional().catch(undefined)
          : output.catch(() => missing(field)),
      ];
    }),
  );

  function missing(field: FieldMap[string]): unknown {
    const result = field.output.safeParse(field.whenMissing);
    return result.success ? result.data : field.whenMissing;
  }
}

/** Stored JSON that stands for fields which an entry does not have; optional ones are left out. */
export function whenMissingOf(fields: FieldMap): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.presence === "optional" ? [] : [[name, field.whenMissing]],
    ),
  );
}
