import type { ContentType } from "@letterpress/model/content-type";
import { facetKind } from "@letterpress/model/facet-kind";
import type { Field } from "@letterpress/model/field";
import { storedOrDefault } from "@letterpress/model/stored-or-default";
import { linkedIds } from "../publishing/linked-ids.ts";
import { facetValue, noValue } from "./facet-value.ts";

interface Facet {
  field: string;
  value: string;
}

/** Names of facets that stand for no single field: every entry and every asset that is pointed at, at any depth. */
export const linkFacets = { entries: "@entries", assets: "@assets" } as const;

/**
 * The values that a published entry can be found by, from its stored fields. A field without a value has a facet that
 * says so, for the index to put such entries last.
 */
export function facetsOf(type: ContentType, fields: Record<string, unknown>): Facet[] {
  const ofFields = Object.entries(type.fields).flatMap(([name, field]) => {
    const kind = facetKind(field);
    if (!kind) return [];
    const encoded = new Set(valuesOf(field, fields[name]).map((one) => facetValue(kind.value, one)));
    if (encoded.size === 0) encoded.add(noValue);
    return [...encoded].map((one) => ({ field: name, value: one }));
  });
  const linked = linkedIds(type, fields);
  const assets = new Set([...linked.assets.map(({ id }) => id), ...linked.assetsInText]);
  return [
    ...ofFields,
    ...[...new Set(linked.entries.map(({ id }) => id))].map((id) => ({
      field: linkFacets.entries,
      value: id,
    })),
    ...[...assets].map((id) => ({ field: linkFacets.assets, value: id })),
  ];
}

function valuesOf(field: Field, stored: unknown): unknown[] {
  const value = storedOrDefault(field, stored);
  const { item } = field;
  const values = [value].flat();
  return (item ? values.map((one) => storedOrDefault(item, one)) : values).filter((one) => one !== undefined);
}
