import type { AnyField } from "./any-value.ts";
import { isShort } from "./is-fact.ts";

/** Columns that a page has room for, and characters of a cell. */
const mostColumns = 4;
const longestCell = 80;

/** Groups of the same few short fields are rows of a table. */
export function isTable(groups: AnyField[][]): boolean {
  return groups.length > 1 && columnsOf(groups).size <= mostColumns && groups.flat().every(isCell);
}

/** Labels by name, in the order in which the groups have them. */
export function columnsOf(groups: AnyField[][]): Map<string, string> {
  return new Map(groups.flat().map(({ name, label }) => [name, label]));
}

function isCell({ value }: AnyField): boolean {
  return isShort(value) && (value.kind !== "text" || value.text.length <= longestCell);
}
