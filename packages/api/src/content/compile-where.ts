import type { Condition, FacetTest, Range } from "@letterpress/db/published/condition";
import type { ContentType } from "@letterpress/model/content-type";
import { facetKind } from "@letterpress/model/facet-kind";
import type { Field } from "@letterpress/model/field";
import { z } from "zod";
import { fail } from "../errors.ts";
import { facetValue, noValue } from "../facets/facet-value.ts";
import { conditionDepthMax, conditionsMax, valuesMax } from "./query-limits.ts";
import type { WhereInput } from "./where-schema.ts";

/** Conditions of {@link whereSchema} as the database's. Throws `BAD_INPUT` for too many of them, or of their values. */
export function compileWhere(type: ContentType, where: WhereInput): Condition[] {
  let conditions = 0;
  let values = 0;
  return compile(where, 1);

  function compile(given: WhereInput, depth: number): Condition[] {
    if (depth > conditionDepthMax) refuse(`Conditions nest at most ${conditionDepthMax} deep.`);
    return Object.entries(given).flatMap(([name, filter]): Condition[] => {
      if (filter === undefined) return [];
      if (name === "and") return (filter as WhereInput[]).flatMap((one) => compile(one, depth + 1));
      if (name === "or")
        return [{ any: (filter as WhereInput[]).map((one) => allOf(compile(one, depth + 1))) }];
      if (name === "not") return [{ not: allOf(compile(filter as WhereInput, depth + 1)) }];
      const operators = operatorsOf(filter);
      values += operators.in?.length ?? 0;
      if (values > valuesMax) refuse(`All "in" of one request may have ${valuesMax} values.`);
      const compiled = compileFilter(type, name, operators);
      conditions += compiled.length;
      if (conditions > conditionsMax) refuse(`One request may have ${conditionsMax} conditions.`);
      return compiled;
    });
  }
}

function allOf(conditions: Condition[]): Condition {
  const [only] = conditions;
  return conditions.length === 1 && only ? only : { all: conditions };
}

function compileFilter(type: ContentType, name: string, operators: Operators): Condition[] {
  if (name === "id" || name === "slug") {
    const oneOf = operators.in ?? [operators.equals].filter((value) => value !== undefined);
    return operators.in || oneOf.length > 0 ? [{ column: name, oneOf: oneOf as string[] }] : [];
  }
  if (name === "publishedAt" || name === "updatedAt")
    return [{ column: name, range: rangeOf<Date>(operators) }];
  const field = type.fields[name] as Field;
  return testsOf(field, operators).map((test) => ({ field: name, test }));
}

type Operators = Record<string, unknown> & { in?: unknown[] };

/** A plain value is equality with it. */
function operatorsOf(filter: unknown): Operators {
  const isObject = typeof filter === "object" && filter !== null && !(filter instanceof Date);
  return isObject ? (filter as Operators) : { equals: filter };
}

function testsOf(field: Field, { equals, contains, in: among, exists, ...bounds }: Operators): FacetTest[] {
  const kind = facetKind(field)?.value ?? "exact";
  const encode = (value: unknown) => facetValue(kind, asStored(field, value));
  const oneOf = (values: unknown[]) => oneOfTest(field, values, encode);
  const range = rangeOf<unknown>(bounds);
  return [
    ...[equals, contains].filter((value) => value !== undefined).map((value) => oneOf([value])),
    ...(among ? [oneOf(among)] : []),
    ...(exists === true ? [{ range: { gt: noValue } }] : []),
    ...(exists === false ? [{ oneOf: [noValue] }] : []),
    ...(Object.keys(range).length > 0 ? [{ range: encodedRange(range, encode) }] : []),
  ];
}

/** In the form that a save would have kept: `#AABBCC` is `#aabbcc`. What a save refuses is looked for as it is. */
function asStored(field: Field, value: unknown): unknown {
  const single = field.item ?? field;
  if (single.kind === "references" || single.kind === "multiSelect") return value;
  const result = single.input.safeParse(value);
  return result.success ? result.data : value;
}

const id = z.uuid();
const isId = (value: unknown) => id.safeParse(value).success;

/** References may be named by the slug of what they point at. */
function oneOfTest(field: Field, values: unknown[], encode: (value: unknown) => string): FacetTest {
  const to = (field.item ?? field).settings.to;
  if (to === undefined) return { oneOf: values.map(encode) };
  const slugs = values.filter((value) => !isId(value)).map(String);
  return {
    oneOf: values.filter(isId).map((id) => String(id).toLowerCase()),
    ...(slugs.length > 0 ? { slugs: { type: to, oneOf: slugs } } : {}),
  };
}

function rangeOf<Value>({ gt, gte, lt, lte }: Record<string, unknown>): Range<Value> {
  const bounds = Object.entries({ gt, gte, lt, lte }).filter(([, bound]) => bound !== undefined);
  return Object.fromEntries(bounds) as Range<Value>;
}

/** What has no value sorts before all values, and is in no range. */
function encodedRange(range: Range<unknown>, encode: (value: unknown) => string): Range<string> {
  const encoded = Object.fromEntries(
    Object.entries(range).map(([bound, value]) => [bound, encode(value)]),
  ) as Range<string>;
  return encoded.gt === undefined && encoded.gte === undefined ? { ...encoded, gt: noValue } : encoded;
}

function refuse(message: string): never {
  return fail("BAD_INPUT", { issues: [{ path: "where", message }] });
}
