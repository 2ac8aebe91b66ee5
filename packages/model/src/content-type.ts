import type { Field, FieldMap } from "./field.ts";
import type { FieldsDraft, FieldsInput, FieldsOutput, InputOf, Shown } from "./field-values.ts";

/** The values of a draft that an older version of its type saved, by field name. */
export type StoredFields = Readonly<Record<string, unknown>>;

/** Makes the values of the next version. It runs on every read of an old draft, so it must be quick and pure. */
export type Upgrade = (old: StoredFields) => StoredFields;

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
  /** The number of its schema, from 1; every revision keeps the one that it was saved in. */
  readonly version: number;
  /** By the version that they start from; there is one for each version before the current. */
  readonly upgrade: Readonly<Record<number, Upgrade>>;
}

/** The content types of a publication by name. */
export type ContentModel = Readonly<Record<string, ContentType>>;

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
    ? Shown<PublishedSystemFields<Name> & Omit<FieldsOutput<Fields>, "slug">>
    : never;

/** The values that a new entry of a content type is created with. */
export type NewFields<T extends ContentType> = FieldsInput<T["fields"]>;

/** Values of a draft: any of its fields may still be missing. */
export type DraftFields<T extends ContentType> = FieldsDraft<T["fields"]>;

/** A change to a draft: fields that are not named stay as they are, `null` empties one. */
export type FieldChanges<T extends ContentType> = {
  -readonly [K in keyof T["fields"]]?:
    | InputOf<T["fields"][K]>
    | (T["fields"][K] extends Field<"slug"> ? never : null);
};
