import type { ContentModel, ContentType, PublishedEntry } from "@letterpress/model/content-type";
import type { Field } from "@letterpress/model/field";
import type { OptionalNames, OutputOf, Shown } from "@letterpress/model/field-values";
import type { Reference } from "@letterpress/model/fields/reference";

/** The type that a reference field points at, by name. */
type TargetName<F extends Field> = F["kind"] extends "reference"
  ? OutputOf<F> extends Reference<infer To>
    ? To
    : never
  : F["kind"] extends "references"
    ? OutputOf<F> extends Reference<infer To>[]
      ? To
      : never
    : never;

type ReferenceNames<T extends ContentType> = {
  [K in keyof T["fields"]]: T["fields"][K]["kind"] extends "reference" | "references" ? K : never;
}[keyof T["fields"]];

/** Every reference field of the model, as `article.author`. */
type LinkName<Model extends ContentModel> = {
  [From in keyof Model & string]: `${From}.${ReferenceNames<Model[From]> & string}`;
}[keyof Model & string];

/** The reference fields by the type that they point at: those that point at the same one are a union. */
type LinksTo<Model extends ContentModel> = {
  [Link in LinkName<Model> as LinkTarget<Model, Link>]: Link;
};

type LinkTarget<Model extends ContentModel, Link> = Link extends `${infer From}.${infer K}`
  ? TargetName<Model[From]["fields"][K]>
  : never;

/** Reverse references of a type: `article.author` leads from a person to their articles. */
type BacklinkNames<Model extends ContentModel, Name> = Name extends keyof LinksTo<Model>
  ? LinksTo<Model>[Name] & string
  : never;

type BacklinkSource<Link> = Link extends `${infer From}.${string}` ? From : never;

/** Fields to read: those that are named, and what is included. */
export type Select<T extends ContentType> = { readonly [K in keyof PublishedEntry<T>]?: true };

/** How deep includes may go, counted down. */
type Less = [never, 0, 1, 2];
export type Depth = 0 | 1 | 2 | 3;

interface BacklinkQuery {
  /** Newest first unless told. */
  readonly orderBy?: "-publishedAt" | "publishedAt";
  /** Entries for each of those that are pointed at: 1 to 100, 20 unless told. */
  readonly limit?: number;
}

type SubQuery<Model extends ContentModel, Name, D extends Depth> = Name extends keyof Model & string
  ? {
      readonly select?: Select<Model[Name]>;
      readonly include?: Include<Model, Name, Less[D] & Depth>;
    }
  : never;

/**
 * Entries to read along: those that a reference field points at, and by `type.field` those that point here. What is
 * not published is not there: `null` for a reference, left out of several.
 */
export type Include<
  Model extends ContentModel,
  Name extends keyof Model & string,
  D extends Depth = 3,
> = D extends 0
  ? Readonly<Record<never, never>>
  : {
      readonly [K in ReferenceNames<Model[Name]>]?:
        | true
        | SubQuery<Model, TargetName<Model[Name]["fields"][K]>, D>;
    } & {
      readonly [K in BacklinkNames<Model, Name>]?:
        | true
        | (SubQuery<Model, BacklinkSource<K>, D> & BacklinkQuery);
    };

/** An entry read with `select` and `include`: exactly what was asked for, and one of several where that is open. */
export type Result<Model extends ContentModel, Name, S, I> = Name extends keyof Model & string
  ? S extends unknown
    ? I extends unknown
      ? keyof S | keyof I extends never
        ? PublishedEntry<Model[Name]>
        : Shown<
            Pick<PublishedEntry<Model[Name]>, Exclude<ChosenNames<PublishedEntry<Model[Name]>, S>, keyof I>> &
              Included<Model, Name, I>
          >
      : never
    : never
  : never;

type ChosenNames<Entry, S> = keyof S extends never ? keyof Entry : keyof S & keyof Entry;

type Included<Model extends ContentModel, Name extends keyof Model & string, I> = {
  -readonly [K in Exclude<keyof I, OptionalNames<Model[Name]["fields"]>>]: IncludedValue<
    Model,
    Name,
    K,
    I[K]
  >;
} & {
  -readonly [K in keyof I & OptionalNames<Model[Name]["fields"]>]?: IncludedValue<Model, Name, K, I[K]>;
};

type IncludedValue<
  Model extends ContentModel,
  Name extends keyof Model & string,
  K,
  Sub,
> = K extends keyof Model[Name]["fields"]
  ? Model[Name]["fields"][K]["kind"] extends "reference"
    ? SubResult<Model, TargetName<Model[Name]["fields"][K]>, Sub> | null
    : SubResult<Model, TargetName<Model[Name]["fields"][K]>, Sub>[]
  : SubResult<Model, BacklinkSource<K>, Sub>[];

/** The result of a query, or of each where it is a union. */
export type SubResult<Model extends ContentModel, Name, Sub> = Sub extends unknown
  ? Result<
      Model,
      Name,
      Sub extends { readonly select: infer S } ? S : unknown,
      Sub extends { readonly include: infer I } ? I : unknown
    >
  : never;

/**
 * Refuses names that a type does not have, which inference alone would let pass, and those that may or may not be
 * there: nobody could say what the result has.
 */
export type Known<Given, Allowed> = {
  [K in keyof Given]-?: K extends keyof Allowed
    ? KnownValue<Given[K], Exclude<Allowed[K], true | undefined>>
    : never;
};

type KnownValue<Given, Allowed> = Given extends true | string | number
  ? Given
  : Given extends undefined
    ? never
    : Known<Given, Allowed>;
