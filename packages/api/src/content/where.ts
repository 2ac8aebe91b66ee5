import type { ContentType } from "@letterpress/model/content-type";
import type { Field } from "@letterpress/model/field";
import type { OutputOf } from "@letterpress/model/field-values";
import type { Reference } from "@letterpress/model/fields/reference";

/** What one value of a field is compared with; `never` for fields that entries cannot be found by. */
type Operand<F extends Field> = F["kind"] extends keyof ByKind
  ? ByKind[F["kind"]]
  : F["kind"] extends "select"
    ? OutputOf<F>
    : F["kind"] extends "multiSelect" | "list"
      ? OutputOf<F> extends (infer Item)[]
        ? ItemOperand<Item>
        : never
      : never;

interface ByKind {
  text: string;
  slug: string;
  url: string;
  email: string;
  color: string;
  date: string;
  number: number;
  boolean: boolean;
  datetime: Date;
  /** The asset's id. */
  image: string;
  file: string;
  /** The id of the entry that it points at, or its slug. */
  reference: string;
  references: string;
}

/** JSON can be null, which no other item is; a group with a type and an id has them of any text. */
type ItemOperand<Item> = [null] extends [Item]
  ? never
  : Item extends string | number | boolean | Date
    ? Item
    : Item extends Reference<infer To>
      ? string extends To
        ? never
        : string
      : never;

/** Bounds of a value; several hold together. */
export interface RangeFilter<Value> {
  gt?: Value | undefined;
  gte?: Value | undefined;
  lt?: Value | undefined;
  lte?: Value | undefined;
}

/** Equality with one of several values: 100 at most. */
interface OneOfFilter<Value> {
  in?: readonly Value[] | undefined;
}

interface PresenceFilter {
  /** Whether the entry has a value for the field at all. */
  exists?: boolean | undefined;
}

interface ManyFilter<Value> extends PresenceFilter {
  /** The entry has this value among its values. */
  contains?: Value | undefined;
  /** It has one of these: 100 at most. */
  in?: readonly Value[] | undefined;
}

type FilterObject<F extends Field, Value> = F["kind"] extends "references" | "multiSelect" | "list"
  ? ManyFilter<Value>
  : (F["kind"] extends "number" | "date" | "datetime"
      ? OneOfFilter<Value> & RangeFilter<Value>
      : OneOfFilter<Value>) &
      (F["presence"] extends "optional" ? PresenceFilter : unknown);

type Filter<F extends Field> = Operand<F> | FilterObject<F, Operand<F>> | undefined;

/** Names of the fields that entries of a type can be found by. */
export type FilterableNames<T extends ContentType> = {
  [K in keyof T["fields"]]: Operand<T["fields"][K]> extends never ? never : K;
}[keyof T["fields"]];

/**
 * Conditions on the entries of a type, which hold together: a value that a field must have, or an object of
 * conditions on it. At most 50 in one request.
 */
export type Where<T extends ContentType> = {
  [K in FilterableNames<T>]?: Filter<T["fields"][K]>;
} & {
  id?: string | OneOfFilter<string> | undefined;
  publishedAt?: RangeFilter<Date> | undefined;
  updatedAt?: RangeFilter<Date> | undefined;
  and?: readonly Where<T>[] | undefined;
  or?: readonly Where<T>[] | undefined;
  not?: Where<T> | undefined;
};

type OrderableName<T extends ContentType> = {
  [K in FilterableNames<T>]: T["fields"][K]["kind"] extends
    | "slug"
    | "references"
    | "multiSelect"
    | "list"
    | "image"
    | "file"
    | "reference"
    ? never
    : K;
}[FilterableNames<T>] &
  string;

/**
 * A field or date that a list is put in order by, `-` in front for the greatest or newest first. Entries without a
 * value come last either way.
 */
export type OrderBy<T extends ContentType> = `${"" | "-"}${OrderableName<T> | "publishedAt" | "updatedAt"}`;
