import type { ContentType } from "@letterpress/model/content-type";
import type { Field, FieldMap } from "@letterpress/model/field";
import { storedOrDefault } from "@letterpress/model/stored-or-default";
import { zodOf } from "@letterpress/model/zod-of";
import type { FieldIssue } from "../error-details.ts";

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
  // A group may have lost a field since this was saved: its value is not shown, so it is in nobody's way.
  const issues = checked.error?.issues.filter((issue) => issue.code !== "unrecognized_keys") ?? [];
  if (issues.length > 0)
    return issues.map((issue) => ({ path: [path, ...issue.path].join("."), message: issue.message }));
  return lacksItems(field, value)
    ? [{ path, message: `Add at least ${field.settings.min} before publishing.` }]
    : issuesInside(field, value, path);
}

function lacksItems({ presence, settings: { min = 0 } }: Field, value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return value.length < min && !(presence === "optional" && value.length === 0);
}

function issuesInside({ item, fields, blocks }: Field, value: unknown, path: string): FieldIssue[] {
  if (fields) return issuesOfFields(fields, value as Record<string, unknown>, `${path}.`);
  if (item) return (value as unknown[]).flatMap((one, index) => issuesOfValue(item, one, `${path}.${index}`));
  if (blocks)
    return (value as { type: string }[]).flatMap((one, index) =>
      issuesOfFields(blocks[one.type]?.fields ?? {}, { ...one }, `${path}.${index}.`),
    );
  return [];
}
