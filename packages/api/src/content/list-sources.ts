import type { Condition, FacetCondition } from "@letterpress/db/published/condition";
import type { ContentType } from "@letterpress/model/content-type";
import { noValue } from "../facets/facet-value.ts";
import { entryKey, facetKey, slugKey, typeKey } from "./source-keys.ts";

/**
 * Keys of whatever may join a list without being read for it: all conditions hold together, so one that lets few in
 * says who may join. `named` is the id of what {@link namedValue} names.
 */
export function listSources(type: ContentType, conditions: Condition[], named: string | undefined): string[] {
  return [...joining(type, conditions, named), ...conditions.flatMap(slugsNamed)];
}

/** The entry that all in a list must point at, where its slug says which, and no other condition lets fewer in. */
export function namedValue(conditions: Condition[]): { type: string; slug: string } | undefined {
  if (conditions.some((one) => isOfEntries(one) || isOfValue(one))) return undefined;
  const slugs = conditions.find(isOfSlug)?.test.slugs;
  return slugs && { type: slugs.type, slug: slugs.oneOf[0] };
}

function joining({ name }: ContentType, conditions: Condition[], named: string | undefined): string[] {
  const entries = conditions.find(isOfEntries);
  if (entries)
    return entries.oneOf.map((value) => (entries.column === "id" ? entryKey(value) : slugKey(name, value)));
  const valued = conditions.find(isOfValue);
  if (valued) return [facetKey(name, valued.field, valued.test.oneOf[0])];
  const slugged = conditions.find(isOfSlug);
  // Nobody can point at what is not there: that it comes, its slug says.
  if (slugged) return named === undefined ? [] : [facetKey(name, slugged.field, named)];
  return [typeKey(name)];
}

type OfEntries = Extract<Condition, { oneOf: string[] }>;
type OfValue = FacetCondition & { test: { oneOf: [string] } };
type OfSlug = FacetCondition & { test: { slugs: { type: string; oneOf: [string] } } };

function isOfEntries(condition: Condition): condition is OfEntries {
  return "oneOf" in condition;
}

/** Whether entries must have one certain value. */
function isOfValue(condition: Condition): condition is OfValue {
  if (!("field" in condition) || !("oneOf" in condition.test)) return false;
  const { oneOf, slugs } = condition.test;
  return !slugs && oneOf.length === 1 && oneOf[0] !== noValue;
}

/** Whether entries must point at one certain other, which a slug names. */
function isOfSlug(condition: Condition): condition is OfSlug {
  if (!("field" in condition) || !("oneOf" in condition.test)) return false;
  const { oneOf, slugs } = condition.test;
  return oneOf.length === 0 && slugs?.oneOf.length === 1;
}

/** What a slug leads to may change, wherever it is named. */
function slugsNamed(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(slugsNamed);
  if ("any" in condition) return condition.any.flatMap(slugsNamed);
  if ("not" in condition) return slugsNamed(condition.not);
  if (!("field" in condition) || !("oneOf" in condition.test)) return [];
  const { slugs } = condition.test;
  return slugs ? slugs.oneOf.map((slug) => slugKey(slugs.type, slug)) : [];
}
