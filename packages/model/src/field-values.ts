import type { Field, FieldMap } from "./field.ts";

/** Flattens intersections, so that an editor's hover shows the fields. */
export type Shown<T> = { [K in keyof T]: T[K] } & {};

export type InputOf<F> =
  F extends Field<infer _Kind, infer Input, infer _Output, infer _Present, infer _Draft> ? Input : never;
export type OutputOf<F> =
  F extends Field<infer _Kind, infer _Input, infer Output, infer _Present, infer _Draft> ? Output : never;
export type DraftOf<F> =
  F extends Field<infer _Kind, infer _Input, infer _Output, infer _Present, infer Draft> ? Draft : never;

export type OptionalNames<Fields extends FieldMap> = {
  [K in keyof Fields]: Fields[K]["presence"] extends "optional" ? K : never;
}[keyof Fields];

export type RequiredNames<Fields extends FieldMap> = {
  [K in keyof Fields]: Fields[K]["presence"] extends "required" ? K : never;
}[keyof Fields];

/** What is written of some fields: the required ones must be there, `null` leaves one empty. */
export type FieldsInput<Fields extends FieldMap> = Shown<
  { [K in RequiredNames<Fields>]: InputOf<Fields[K]> } & {
    [K in Exclude<keyof Fields, RequiredNames<Fields>>]?:
      | InputOf<Fields[K]>
      | (Fields[K]["kind"] extends "slug" ? never : null);
  }
>;

/** What is read of some fields once they are published. */
export type FieldsOutput<Fields extends FieldMap> = Shown<
  { [K in Exclude<keyof Fields, OptionalNames<Fields>>]: OutputOf<Fields[K]> } & {
    [K in OptionalNames<Fields>]?: OutputOf<Fields[K]>;
  }
>;

/** What an unfinished draft holds of some fields: any of them may still be missing. */
export type FieldsDraft<Fields extends FieldMap> = { -readonly [K in keyof Fields]?: DraftOf<Fields[K]> };
