import type { AnyValue } from "./any-value.ts";

/** Fields of a group that still fit beside its label. */
const mostFields = 5;

const shortKinds = new Set<AnyValue["kind"]>([
  "text",
  "number",
  "boolean",
  "day",
  "moment",
  "link",
  "email",
  "color",
  "file",
  "place",
  "entry",
]);

/** Fits in a line, or a few. */
export function isShort(value: AnyValue): boolean {
  return shortKinds.has(value.kind);
}

/** Fits beside its label: a short value, some of them, or a small group of such. All else needs a heading. */
export function isFact(value: AnyValue, depth = 0): boolean {
  if (value.kind === "list") return value.items.every(isShort);
  if (value.kind === "group")
    return (
      depth < 2 &&
      value.fields.length <= mostFields &&
      value.fields.every((field) => isFact(field.value, depth + 1))
    );
  return isShort(value);
}
