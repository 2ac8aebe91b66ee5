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
  /**
   * The facets that entries of an older schema version have mean something else by now, or are several where there may
   * be one.
   */
  staleBelow: number;
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
    return [
      { field: field.name, values, staleBelow: before && oldKind && !isSame ? firstFresh(before, after) : 0 },
    ];
  });
}

/**
 * The first schema version whose entries have facets of the kind that a field has now. Those of the current version may
 * have been upgraded before this start, or before a rollback that has ended; what a rollback finds of a later version
 * is left for that to come back to.
 */
function firstFresh(before: TypeDescription, after: TypeDescription): number {
  if (before.version > after.version) return 0;
  return before.version === after.version ? after.version + 1 : after.version;
}

/** A description names its kind and its item as a field does; nothing else is looked at. */
function kindOf(field: FieldDescription) {
  return facetKind(field as unknown as Field);
}
