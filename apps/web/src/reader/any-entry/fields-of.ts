import type { AnyEntry } from "../data/entries.ts";

/** What every published entry has beside the fields of its type. */
const systemNames = new Set(["id", "type", "slug", "path", "publishedAt", "updatedAt"]);

export interface AnyField {
  name: string;
  label: string;
  value: unknown;
}

/** The fields of an entry that have a value, in the order of its type, without the one that is its title. */
export function fieldsOf(entry: AnyEntry, titleField: string): AnyField[] {
  return Object.entries(entry).flatMap(([name, value]) =>
    systemNames.has(name) || name === titleField || isEmpty(value)
      ? []
      : [{ name, label: labelOf(name), value }],
  );
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
  );
}

/** `doorsOpen` is "Doors open". */
function labelOf(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
