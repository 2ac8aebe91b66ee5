import type { Field, FieldMap } from "./field.ts";

/** A named set of fields. */
export interface ContentType<Name extends string = string, Fields extends FieldMap = FieldMap> {
  readonly name: Name;
  readonly label: string;
  readonly pluralLabel: string;
  /** Its page on the reader site, ending in `/:slug`; `null` for data-only types. */
  readonly path: string | null;
  /** The name of the text field that lists and pickers show. */
  readonly titleField: string;
  readonly fields: Fields;
}

/** The content types of a publication by name. */
export type ContentModel = Readonly<Record<string, ContentType>>;

/** Flattens intersections, so that an editor's hover shows the fields. */
type Shown<T> = { [K in keyof T]: T[K] } & {};

type OptionalNames<Fields extends FieldMap> = {
  [K in keyof Fields]: Fields[K]["isOptional"] extends true ? K : never;
}[keyof Fields];

type InputOf<F> = F extends Field<infer _Kind, infer Input, infer _Output> ? Input : never;
type OutputOf<F> = F extends Field<infer _Kind, infer _Input, infer Output> ? Output : never;

/** What identifies a published entry and when it was published. */
export interface PublishedSystemFields<Name extends string> {
  /** UUIDv7. */
  id: string;
  type: Name;
  slug: string;
  /** Its address on the reader site; `null` where the type has no pages. */
  path: string | null;
  publishedAt: Date;
  updatedAt: Date;
}

/** A published entry of a content type, as public reads give it. */
export type PublishedEntry<T extends ContentType> =
  T extends ContentType<infer Name, infer Fields>
    ? Shown<
        PublishedSystemFields<Name> & {
          [K in Exclude<keyof Fields, OptionalNames<Fields> | "slug">]: OutputOf<Fields[K]>;
        } & { [K in OptionalNames<Fields>]?: OutputOf<Fields[K]> }
      >
    : never;

/** Fields that have a value without being given one: no references, an unticked box, a slug made of the title. */
type DefaultedNames<Fields extends FieldMap> = {
  [K in keyof Fields]: Fields[K]["kind"] extends "references" | "boolean" | "slug" ? K : never;
}[keyof Fields];

type OmissibleNames<Fields extends FieldMap> = OptionalNames<Fields> | DefaultedNames<Fields>;

/** The values that a new entry of a content type is created with. */
export type NewFields<T extends ContentType> = Shown<
  { [K in Exclude<keyof T["fields"], OmissibleNames<T["fields"]>>]: InputOf<T["fields"][K]> } & {
    [K in OmissibleNames<T["fields"]>]?: InputOf<T["fields"][K]> | (K extends "slug" ? never : null);
  }
>;

/** Values of a draft: any of its fields may still be missing. */
export type DraftFields<T extends ContentType> = { [K in keyof T["fields"]]?: InputOf<T["fields"][K]> };

/** A change to a draft: fields that are not named stay as they are, `null` empties one. */
export type FieldChanges<T extends ContentType> = {
  [K in keyof T["fields"]]?: InputOf<T["fields"][K]> | (K extends "slug" ? never : null);
};
