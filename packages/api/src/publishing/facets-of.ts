import type { ContentType } from "@letterpress/model/content-type";

interface FacetValue {
  field: string;
  value: string;
}

/** The values that a published entry can be found by, from its stored fields. */
export function facetsOf(type: ContentType, fields: Record<string, unknown>): FacetValue[] {
  return Object.entries(type.fields).flatMap(([field, { filterable }]) => {
    const value = fields[field];
    if (!filterable || value === undefined || value === null) return [];
    const values = Array.isArray(value) ? value : [value];
    return values.map((item) => ({ field, value: String(item) }));
  });
}
