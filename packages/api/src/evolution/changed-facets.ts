import { isDeepStrictEqual } from "node:util";
import type { ContentType } from "@letterpress/model/content-type";
import type { FieldDescription, TypeDescription } from "@letterpress/model/describe-type";
import { facetKind } from "@letterpress/model/facet-kind";
import type { Field } from "@letterpress/model/field";
import { facetsOf } from "../facets/facets-of.ts";

interface ChangedFacet {
  field: string;
  /** The facets of an entry without a value for the field. */
  values: string[];
  /** The facets that there are mean something else by now, or are several where there may be one. */
  all: boolean;
}

/** The fields whose facets are not right for entries that were published when the type was as `before`. */
export function changedFacets(
  before: TypeDescription | undefined,
  after: TypeDescription,
  type: ContentType,
): ChangedFacet[] {
  const was = new Map(before?.fields.map((field) => [field.name, field]));
  const ofNothing = facetsOf(type, {});
  return after.fields.flatMap((field) => {
    const kind = kindOf(field);
    if (!kind) return [];
    const old = was.get(field.name);
    const oldKind = old ? kindOf(old) : null;
    const isSame = isDeepStrictEqual(oldKind, kind);
    if (isSame && isDeepStrictEqual(old?.defaultValue, field.defaultValue)) return [];
    const values = ofNothing.filter((facet) => facet.field === field.name).map(({ value }) => value);
    return [{ field: field.name, values, all: oldKind !== null && !isSame }];
  });
}

/** A description names its kind and its item as a field does; nothing else is looked at. */
function kindOf(field: FieldDescription) {
  return facetKind(field as unknown as Field);
}
