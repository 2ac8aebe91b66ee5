import type { Field, FieldKind } from "./field.ts";

/** How the values of a field are compared and put in order. */
export type FacetValueKind = "text" | "exact" | "number" | "boolean" | "datetime" | "reference";

export interface FacetKind {
  value: FacetValueKind;
  /** An entry may have several values, so that it can be filtered by each of them but not put in order. */
  many: boolean;
}

const byKind: Partial<Record<FieldKind, FacetKind>> = {
  text: { value: "text", many: false },
  number: { value: "number", many: false },
  boolean: { value: "boolean", many: false },
  // An ISO 8601 day sorts as text; so does a moment in UTC.
  date: { value: "exact", many: false },
  datetime: { value: "datetime", many: false },
  select: { value: "exact", many: false },
  multiSelect: { value: "exact", many: true },
  url: { value: "text", many: false },
  email: { value: "text", many: false },
  color: { value: "exact", many: false },
  image: { value: "exact", many: false },
  file: { value: "exact", many: false },
  reference: { value: "reference", many: false },
  references: { value: "reference", many: true },
};

/**
 * How published entries are found by a field; `null` for fields that they cannot be found by: rendered text, JSON, and
 * what holds other fields, but for lists of single values. The slug is a column of its own.
 */
export function facetKind(field: Field): FacetKind | null {
  if (field.kind !== "list") return byKind[field.kind] ?? null;
  const { item } = field;
  // Nobody asks for the id of one picture among several.
  const kind = item && item.kind !== "image" && item.kind !== "file" ? facetKind(item) : null;
  return kind && !kind.many ? { value: kind.value, many: true } : null;
}
