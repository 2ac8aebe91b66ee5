import { z } from "zod";
import { createField } from "../create-field.ts";
import type { CustomWidget, Field, FieldOptions } from "../field.ts";
import { ModelError } from "../model-error.ts";

interface CustomOptions extends FieldOptions {
  /** What the Studio edits it with; `json` unless told. */
  widget?: CustomWidget;
}

/**
 * Any zod schema as a field. What is saved is what the schema takes, what is read is what it gives; both are stored as
 * JSON. Throws {@link ModelError} for schemas of values that JSON has no form for, such as dates.
 */
export function custom<Schema extends z.ZodType>(
  schema: Schema,
  options: CustomOptions = {},
): Field<"custom", z.input<Schema>, z.output<Schema>, "required"> {
  for (const io of ["input", "output"] as const)
    try {
      // A transform's output cannot be described, only tried: publishing does.
      z.toJSONSchema(schema, { io, unrepresentable: io === "input" ? "throw" : "any" });
    } catch (error) {
      throw new ModelError("custom", `JSON cannot hold what this schema takes: ${(error as Error).message}`);
    }
  return createField<"custom", z.input<Schema>, z.output<Schema>>({
    kind: "custom",
    options,
    settings: { widget: options.widget ?? "json" },
    // Checked by the schema, stored as it was given: a transform is done once, when it is published.
    input: z.unknown().superRefine((value, context) => {
      const result = schema.safeParse(value);
      if (!result.success) for (const issue of result.error.issues) context.addIssue({ ...issue } as never);
    }) as unknown as z.ZodType<z.input<Schema>>,
    output: z.unknown() as unknown as z.ZodType<z.output<Schema>>,
    whenMissing: null,
    toOutput: (value) => asJson(schema.parse(value)),
  });
}

function asJson(value: unknown): unknown {
  const json: unknown = value === undefined ? null : JSON.parse(JSON.stringify(value));
  if (!isDeepEqual(json, value))
    throw new ModelError("custom", "its schema gave a value that JSON cannot hold");
  return json;
}

function isDeepEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false;
  const keys = Object.keys(left);
  const other = right as Record<string, unknown>;
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => isDeepEqual((left as Record<string, unknown>)[key], other[key]))
  );
}
