import type { Field, FieldMap } from "@letterpress/model/field";
import type { StoredFile } from "@letterpress/model/fields/file";
import type { Image } from "@letterpress/model/fields/image";
import type { RenderedMarkdown } from "@letterpress/model/fields/markdown";
import { storedOrDefault } from "@letterpress/model/stored-or-default";

/** What cannot be known from a stored value alone. */
export interface Shown {
  /** Rendered markdown by dotted path. */
  texts: ReadonlyMap<string, RenderedMarkdown>;
  /** By id. */
  images: ReadonlyMap<string, Image>;
  files: ReadonlyMap<string, StoredFile>;
}

/**
 * Makes the output values that readers get of a draft's stored values: markdown rendered, pictures with their
 * variants, references as type and id, defaults filled in. Nothing is left to do on a read.
 */
export function outputFields(
  fields: FieldMap,
  stored: Record<string, unknown>,
  shown: Shown,
  prefix = "",
): Record<string, unknown> {
  const output: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === "slug") continue;
    const value = outputOf(field, stored[name], shown, `${prefix}${name}`);
    if (value !== undefined) output[name] = value;
  }
  return output;
}

function outputOf(field: Field, stored: unknown, shown: Shown, path: string): unknown {
  const value = storedOrDefault(field, stored);
  if (value === undefined) return undefined;
  const { item, fields, blocks } = field;
  if (fields) return outputFields(fields, value as Record<string, unknown>, shown, `${path}.`);
  if (item)
    return (value as unknown[]).map((one, index) => outputOf(item, one, shown, `${path}.${index}`) ?? null);
  if (blocks)
    return (value as { type: string }[]).map((one, index) => ({
      type: one.type,
      ...outputFields(blocks[one.type]?.fields ?? {}, { ...one }, shown, `${path}.${index}.`),
    }));
  if (field.kind === "markdown") return shown.texts.get(path);
  if (field.kind === "image") return shown.images.get(String(value));
  if (field.kind === "file") return shown.files.get(String(value));
  return field.toOutput?.(value);
}
