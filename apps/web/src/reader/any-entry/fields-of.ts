import type { AnyEntry } from "../data/entries.ts";
import type { AnyField } from "./any-value.ts";
import { type FindTarget, readFields } from "./read-value.ts";

/** What every published entry has beside the fields of its type. */
const systemNames = new Set(["id", "type", "slug", "path", "publishedAt", "updatedAt"]);

/** The fields of an entry that have something to show, in the order of its type, without the one that is its title. */
export function fieldsOf(entry: AnyEntry, titleField: string, find: FindTarget): AnyField[] {
  const own = Object.entries(entry).filter(([name]) => !systemNames.has(name) && name !== titleField);
  return readFields(Object.fromEntries(own), find);
}
