import { z } from "zod";
import { createDefaultedField, createField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";
import { noId, uuid } from "../uuid.ts";

/** A pointer at an entry of the content type `To`. */
export interface Reference<To extends string> {
  type: To;
  id: string;
}

/** Entries that one `references` field may point at, at most. */
export const referencesMax = 100;

const id = uuid("Give the id of an entry.");

function referenceTo<To extends string>(to: To) {
  return z.object({ type: z.literal(to), id: z.string() }) as unknown as z.ZodType<Reference<To>>;
}

/** Points at one entry of another content type. What is saved is its id. */
export function reference<const To extends string>(
  to: To,
  options: FieldOptions = {},
): Field<"reference", string, Reference<To>, "required"> {
  return createField<"reference", string, Reference<To>>({
    kind: "reference",
    options,
    settings: { to },
    input: id,
    output: referenceTo(to),
    whenMissing: { type: to, id: noId },
    toOutput: (target) => ({ type: to, id: target }),
  });
}

interface ReferencesOptions extends FieldOptions {
  /** The fewest entries that publishing asks for. */
  min?: number;
}

/** Points at up to 100 entries of another content type, in order. What is saved is their ids. */
export function references<const To extends string>(
  to: To,
  options: ReferencesOptions = {},
): Field<"references", string[], Reference<To>[], "defaulted"> {
  const { min } = options;
  return createDefaultedField<"references", string[], Reference<To>[]>(
    {
      kind: "references",
      options,
      settings: { to, max: referencesMax, ...(min === undefined ? {} : { min }) },
      input: z
        .array(id, "Use a list.")
        .max(referencesMax, `Use at most ${referencesMax} entries.`)
        .refine((ids) => new Set(ids).size === ids.length, "Name each entry once."),
      output: z.array(referenceTo(to)),
      whenMissing: [],
      toOutput: (targets) => targets.map((target) => ({ type: to, id: target })),
    },
    [],
  );
}
