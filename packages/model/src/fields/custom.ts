import { z } from "zod";
import { canonicalJson } from "../canonical-json.ts";
import { createField } from "../create-field.ts";
import type { CustomWidget, Field, FieldOptions } from "../field.ts";
import { canonicalSchema, storedJson } from "./json.ts";

interface CustomOptions extends FieldOptions {
  /** What the Studio edits it with; `json` unless told. */
  widget?: CustomWidget;
}

/**
 * Any zod schema as a field. What is saved is what the schema takes, what is read is what it gives; both are stored as
 * JSON, so `defineType` refuses schemas of values that JSON has no form for, such as dates. A schema must answer at
 * once (no `async`) and give the same whenever it is asked.
 */
export function custom<Schema extends z.ZodType>(
  schema: Schema,
  options: CustomOptions = {},
): Field<"custom", z.input<Schema>, z.output<Schema>, "required"> {
  return createField<"custom", z.input<Schema>, z.output<Schema>>({
    kind: "custom",
    options,
    settings: { widget: options.widget ?? "json" },
    mistake: mistakeOf(schema),
    // Checked by the schema, stored as it was given: a transform is done once, when it is published.
    input: canonicalSchema().superRefine((value, context) => {
      const result = schema.safeParse(value);
      // In its words, but as issues of this field: others must not take them for their own.
      for (const { path, message } of result.error?.issues ?? [])
        context.addIssue({ code: "custom", path: [...path], message });
      if (result.success && !outputJson(result.data).ok)
        context.addIssue("The schema of this field makes a value of it that JSON cannot hold.");
    }) as unknown as z.ZodType<z.input<Schema>>,
    output: storedJson as z.ZodType<z.output<Schema>>,
    whenMissing: null,
    toOutput(value) {
      const json = outputJson(schema.parse(value));
      if (!json.ok) throw new Error(`A custom field's schema gave what JSON cannot hold. ${json.message}`);
      return json.value;
    },
  });
}

/** A schema that gives nothing is read as `null`. */
function outputJson(value: unknown) {
  return canonicalJson(value === undefined ? null : value);
}

function mistakeOf(schema: z.ZodType): string | undefined {
  try {
    // What a transform gives cannot be described, only tried: saving does.
    z.toJSONSchema(schema, { io: "input" });
    return undefined;
  } catch (error) {
    const reason = (error as Error).message.replace(/\.$/, "");
    return `JSON cannot hold what its schema takes (${reason}): take a text or a number and transform it`;
  }
}
