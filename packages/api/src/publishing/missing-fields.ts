import type { ContentType } from "@letterpress/model/content-type";
import { hasDefault } from "@letterpress/model/describe-type";
import type { FieldIssue } from "../error-details.ts";

/** What an entry lacks to be published: its required fields that are empty. */
export function missingFields(type: ContentType, fields: Record<string, unknown>): FieldIssue[] {
  return Object.entries(type.fields).flatMap(([name, field]) => {
    const needsValue = !field.isOptional && !hasDefault(field.kind);
    const value = fields[name];
    const isEmpty =
      value === undefined || value === null || (typeof value === "string" && value.trim() === "");
    return needsValue && isEmpty
      ? [{ path: `fields.${name}`, message: "Fill this in before publishing." }]
      : [];
  });
}
