import type { ContentType } from "@letterpress/model/content-type";
import type { Field, FieldMap } from "@letterpress/model/field";
import { zodOf } from "@letterpress/model/zod-of";
import type { FieldIssue } from "../error-details.ts";
import { storedOrDefault } from "./stored-or-default.ts";

/** What keeps an entry from being published: required fields that are empty, and values that do not fit any more. */
export function publishIssues(type: ContentType, stored: Record<string, unknown>): FieldIssue[] {
  return issuesOfFields(type.fields, stored, "fields.");
}

function issuesOfFields(fields: FieldMap, stored: Record<string, unknown>, prefix: string): FieldIssue[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.kind === "slug" ? [] : issuesOfValue(field, stored[name], `${prefix}${name}`),
  );
}

function issuesOfValue(field: Field, stored: unknown, path: string): FieldIssue[] {
  const value = storedOrDefault(field, stored);
  if (value === undefined)
    return field.presence === "required" ? [{ path, message: "Fill this in before publishing." }] : [];
  const checked = zodOf(field.input).safeParse(value);
  if (!checked.success)
    return checked.error.issues.map((issue) => ({
      path: [path, ...issue.path].join("."),
      message: issue.message,
    }));
  const { min } = field.settings;
  if (Array.isArray(value) && min !== undefined && value.length < min)
    return [{ path, message: `Add at least ${min} before publishing.` }];
  return issuesInside(field, value, path);
}

function issuesInside({ item, fields, blocks }: Field, value: unknown, path: string): FieldIssue[] {
  if (fields) return issuesOfFields(fields, value as Record<string, unknown>, `${path}.`);
  if (item)
    return (value as unknown[]).flatMap((one, index) =>
      issuesOfValue({ ...item, presence: "required" }, one, `${path}.${index}`),
    );
  if (blocks)
    return (value as { type: string }[]).flatMap((one, index) =>
      issuesOfFields(blocks[one.type]?.fields ?? {}, { ...one }, `${path}.${index}.`),
    );
  return [];
}
