/** What published entries must meet. Values are encoded as facets are. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | FacetCondition
  | { column: "id" | "slug"; oneOf: string[] }
  | { column: "publishedAt" | "updatedAt"; range: Range<Date> };

/** One of the values that an entry has for a field passes the test. */
export interface FacetCondition {
  field: string;
  test: FacetTest;
}

export type FacetTest = OneOfTest | { range: Range<string> };

/** `slugs` names the values that are ids of published entries by those entries' slugs. */
export interface OneOfTest {
  oneOf: string[];
  slugs?: { type: string; oneOf: string[] };
}

export interface Range<Value> {
  gt?: Value;
  gte?: Value;
  lt?: Value;
  lte?: Value;
}

/** A type of a locale: what every query is about. */
export interface Place {
  type: string;
  locale: string;
}
