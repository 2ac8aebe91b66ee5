import type { FieldDescription } from "@letterpress/client";
import { fitsKind } from "./fits-kind.ts";
import { asItems, isRecord } from "./widget.ts";

/** Nothing, however it is written: a field that was emptied is like one that was never filled in. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/** Whether a field says the same with both values, so that going from one to the other is no change. */
export function sameValue(field: FieldDescription, a: unknown, b: unknown): boolean {
  if (saysNothing(field, a) || saysNothing(field, b)) return saysNothing(field, a) && saysNothing(field, b);
  if (!fitsKind(field, a) || !fitsKind(field, b)) return isDeepEqual(a, b);
  const { item, fields, blocks } = field;
  if (fields) return sameFields(fields, a, b);
  if (item) return sameItems(a, b, (one, other) => sameValue(item, one, other));
  if (blocks)
    return sameItems(a, b, (one, other) => {
      const group = isRecord(one) ? blocks.find(({ name }) => name === one.type) : undefined;
      if (!group?.fields || !isRecord(one) || !isRecord(other) || one.type !== other.type)
        return isDeepEqual(one, other);
      return sameFields(group.fields, one, other);
    });
  return isDeepEqual(a, b);
}

/** Nothing that publishing would take another way than no value at all. */
function saysNothing(field: FieldDescription, value: unknown): boolean {
  if (isBlank(value)) return true;
  // No, or an empty list, is an answer where the default is another.
  if (value === false || (Array.isArray(value) && value.length === 0))
    return isDeepEqual(value, field.defaultValue);
  // Without a value, an optional group is not there; a required one is there and empty.
  if (field.fields && field.required && isRecord(value))
    return field.fields.every((one) => saysNothing(one, value[one.name]));
  return false;
}

function sameFields(fields: readonly FieldDescription[], a: unknown, b: unknown): boolean {
  return (
    isRecord(a) && isRecord(b) && fields.every((field) => sameValue(field, a[field.name], b[field.name]))
  );
}

function sameItems(a: unknown, b: unknown, isSame: (one: unknown, other: unknown) => boolean): boolean {
  const others = asItems(b);
  return asItems(a).length === others.length && asItems(a).every((one, index) => isSame(one, others[index]));
}

/** As JSON: the order of keys says nothing. */
export function isDeepEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isDeepEqual(item, b[index]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isDeepEqual(a[key], b[key]))
  );
}
