import type { Field, FieldMap } from "@letterpress/model/field";
import { isPlainObject } from "@letterpress/model/plain-object";

/** What files call the things that fields point at. */
export interface FileNames {
  /** `type/slug`; undefined where there is no such entry. */
  entry(id: string): string | undefined;
  /** The path of its file; undefined where there is no such asset. */
  asset(id: string): string | undefined;
}

/**
 * Stored fields as a file has them, in the order of their type: entries and assets by name. Values that have the shape
 * of no field are as they are; those of fields that the type does not have any more are left out.
 */
export function fileFields(
  fields: FieldMap,
  stored: Readonly<Record<string, unknown>>,
  names: FileNames,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      stored[name] === undefined ? [] : [[name, fileValue(field, stored[name], names)]],
    ),
  );
}

function fileValue(field: Field, stored: unknown, names: FileNames): unknown {
  const { item, fields, blocks, kind } = field;
  if (item) return Array.isArray(stored) ? stored.map((one) => fileValue(item, one, names)) : stored;
  if (fields) return isPlainObject(stored) ? fileFields(fields, stored, names) : stored;
  if (blocks) return Array.isArray(stored) ? stored.map((block) => fileBlock(blocks, block, names)) : stored;
  if (kind === "reference") return entryName(stored, names);
  if (kind === "references" && Array.isArray(stored)) return stored.map((id) => entryName(id, names));
  if ((kind === "image" || kind === "file") && typeof stored === "string")
    return names.asset(stored) ?? stored;
  return stored;
}

function fileBlock(blocks: Readonly<Record<string, Field>>, block: unknown, names: FileNames): unknown {
  if (!isPlainObject(block)) return block;
  const { type } = block;
  return { type, ...fileFields(blocks[String(type)]?.fields ?? {}, block, names) };
}

/** Readable, and with the id, as a slug may have changed when it is read. */
function entryName(id: unknown, names: FileNames): unknown {
  const entry = typeof id === "string" ? names.entry(id) : undefined;
  return entry === undefined ? { id } : { entry, id };
}
