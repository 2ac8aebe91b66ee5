import type { ContentType } from "@letterpress/model/content-type";
import type { Field } from "@letterpress/model/field";
import { outputShape } from "@letterpress/model/field-schemas";

/** Makes what readers get of a field's stored value; `undefined` where that is nothing. */
type FieldReader = (value: unknown) => unknown;

const known = new WeakMap<ContentType, ReadonlyMap<string, FieldReader>>();

/**
 * The readers of a type's fields. What they give has been through the field's output schema: a value that is not in it,
 * or in another shape, which an entry has that was published before its type changed, reads as if it was missing.
 */
export function fieldReaders(type: ContentType): ReadonlyMap<string, FieldReader> {
  const made = known.get(type);
  if (made) return made;
  const shape = outputShape(type.fields);
  const readers = new Map(
    Object.entries(type.fields).map(([name, field]) => {
      const schema = shape[name];
      const read: FieldReader = (value) => {
        if (isThere(field, value)) return schema?.parse(value);
        return field.presence === "optional" ? undefined : schema?.parse(field.whenMissing);
      };
      return [name, read] as const;
    }),
  );
  known.set(type, readers);
  return readers;
}

/** Null stands for a field that the snapshot does not have; only JSON can mean it. */
function isThere({ kind }: Field, value: unknown): boolean {
  return value !== undefined && (value !== null || kind === "json");
}
