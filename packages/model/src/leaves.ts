import type { StoredFields } from "./content-type.ts";
import type { Field, FieldMap } from "./field.ts";
import { isPlainObject } from "./plain-object.ts";
import { storedOrDefault } from "./stored-or-default.ts";

/** One stored value that is no list, group or blocks itself. */
export interface Leaf {
  /** Dotted, from the entry: `program.2.speaker`. */
  path: string;
  field: Field;
  value: unknown;
}

/**
 * The values that publishing takes of stored fields, at any depth, defaults among them. Those that are empty are left
 * out, and those in what is no list, group or block any more.
 */
export function leavesOf(fields: FieldMap, stored: StoredFields): Leaf[] {
  const leaves: Leaf[] = [];
  walkFields(fields, stored, "", leaves);
  return leaves;
}

function walkFields(fields: FieldMap, stored: StoredFields, prefix: string, leaves: Leaf[]) {
  for (const [name, field] of Object.entries(fields)) walk(field, stored[name], `${prefix}${name}`, leaves);
}

function walk(field: Field, stored: unknown, path: string, leaves: Leaf[]) {
  const value = storedOrDefault(field, stored);
  if (value === undefined || value === null) return;
  const { item, fields, blocks } = field;
  if (item) items(value).forEach((one, index) => void walk(item, one, `${path}.${index}`, leaves));
  else if (fields) {
    if (isPlainObject(value)) walkFields(fields, value, `${path}.`, leaves);
  } else if (blocks)
    items(value).forEach((one, index) => {
      if (!isPlainObject(one)) return;
      walkFields(blocks[String(one.type)]?.fields ?? {}, one, `${path}.${index}.`, leaves);
    });
  else leaves.push({ path, field, value });
}

/** A stored value may be older than the field's kind, and then no list. */
function items(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
