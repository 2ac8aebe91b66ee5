import type { FieldDescription } from "@letterpress/client";
import type { Issues } from "../fields/place-issues.ts";

/** What a page without a word lacks to be published; said without making an empty entry of it first. */
export function missingFields(fields: readonly FieldDescription[], prefix = ""): Issues {
  return Object.fromEntries(
    fields.flatMap((field): [string, string][] => {
      if (!field.required) return [];
      const path = `${prefix}${field.name}`;
      if (field.fields) return Object.entries(missingFields(field.fields, `${path}.`));
      return [[path, "Fill this in before publishing."]];
    }),
  );
}
