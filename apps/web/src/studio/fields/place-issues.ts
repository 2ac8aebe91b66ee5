import type { FieldDescription } from "@letterpress/client";
import { asItems, isRecord } from "./widget.ts";

/** What is wrong, by the path of the field: `program.2.minutes`. */
export type Issues = Readonly<Record<string, string>>;

/**
 * Issues at the fields that the form shows them beside: one about a part that has no row of its own, such as the third
 * of some references, stands at the nearest that has. Where several meet, the first is told.
 */
export function placeIssues(
  fields: readonly FieldDescription[],
  values: Readonly<Record<string, unknown>>,
  issues: Issues,
): Issues {
  const placed: Record<string, string> = {};
  for (const [path, message] of Object.entries(issues))
    placed[shownPath(fields, values, path.split(".")).join(".")] ??= message;
  return placed;
}

function shownPath(
  fields: readonly FieldDescription[],
  values: Readonly<Record<string, unknown>>,
  [name = "", ...rest]: string[],
): string[] {
  const field = fields.find((candidate) => candidate.name === name);
  // Of the group as a whole, such as a name that it does not have.
  if (!field) return [];
  return [name, ...pathInside(field, values[name], rest)];
}

function pathInside(field: FieldDescription, value: unknown, rest: string[]): string[] {
  if (rest.length === 0) return [];
  if (field.fields) return shownPath(field.fields, isRecord(value) ? value : {}, rest);
  const [index = "", ...inside] = rest;
  const item = asItems(value)[Number(index)];
  if (item === undefined) return [];
  if (field.item) return [index, ...pathInside(field.item, item, inside)];
  if (field.blocks) {
    const block = isRecord(item) ? field.blocks.find(({ name }) => name === item.type) : undefined;
    return [index, ...(block && inside.length > 0 ? pathInside(block, item, inside) : [])];
  }
  return [];
}

/** Whether something is wrong at a path or further inside. */
export function hasIssueInside(issues: Issues, path: string): boolean {
  return Object.keys(issues).some((one) => one === path || one.startsWith(`${path}.`));
}
