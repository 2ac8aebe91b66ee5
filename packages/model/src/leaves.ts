import type { Field, FieldMap } from "./field.ts";

/** One stored value that is no list, group or blocks itself. */
export interface Leaf {
  /** Dotted, from the entry: `program.2.speaker`. */
  path: string;
  field: Field;
  value: unknown;
}

/** The values that stored fields hold, at any depth. Those that are missing are left out. */
export function leavesOf(fields: FieldMap, stored: Readonly<Record<string, unknown>>, prefix = ""): Leaf[] {
  return Object.entries(fields).flatMap(([name, field]) => leavesIn(field, stored[name], `${prefix}${name}`));
}

function leavesIn(field: Field, value: unknown, path: string): Leaf[] {
  if (value === undefined || value === null) return [];
  const { item, fields, blocks } = field;
  if (item) return items(value).flatMap((one, index) => leavesIn(item, one, `${path}.${index}`));
  if (fields) return leavesOf(fields, value as Record<string, unknown>, `${path}.`);
  if (blocks)
    return items(value).flatMap((one, index) => {
      const { type } = one as { type: string };
      const block = Object.hasOwn(blocks, type) ? blocks[type] : undefined;
      return block ? leavesIn(block, one, `${path}.${index}`) : [];
    });
  return [{ path, field, value }];
}

/** A stored value may be older than the field's kind, and then no list. */
function items(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
