/** The kinds of field that a content type may have. Each names the widget that the Studio edits it with. */
export const fieldKinds = [
  "text",
  "markdown",
  "number",
  "boolean",
  "date",
  "datetime",
  "select",
  "multiSelect",
  "slug",
  "url",
  "email",
  "color",
  "json",
  "image",
  "file",
  "reference",
  "references",
  "list",
  "group",
  "blocks",
  "custom",
] as const;

export type FieldKind = (typeof fieldKinds)[number];

/**
 * Whether an entry has a value for the field: a `required` one is asked for by publishing, an `optional` one may be
 * missing from what is read, a `defaulted` one is always there because it has a value without being given one.
 */
export type Presence = "required" | "optional" | "defaulted";

/**
 * The part of a zod schema that the vocabulary shows in its types. Naming zod's own type here would pull all of
 * zod's declarations into the one `.d.ts` that other apps install.
 */
export interface FieldSchema<Value> {
  safeParse(value: unknown): { success: true; data: Value } | { success: false; error: unknown };
}

/** What the Studio shows beside a field. */
export interface FieldOptions {
  /** Defaults to the field's name, spaced and capitalised. */
  label?: string;
  /** One sentence under the field that tells an editor what to put in it. */
  help?: string;
}

/** Constraints and choices of a field that its widget needs, as plain JSON. */
export interface FieldSettings {
  /** The least value of a number; the fewest items of a list, which publishing asks for. */
  min?: number;
  /** The most characters of a text, the greatest value of a number, the most items of a list. */
  max?: number;
  integer?: boolean;
  multiline?: boolean;
  options?: readonly string[];
  to?: string;
  from?: string;
  /** Media types that a file may have. */
  accept?: readonly string[];
  /** What a custom field is edited with. */
  widget?: CustomWidget;
}

/** `json` edits any value as JSON; the others are the widgets of the kinds that they are named after. */
export type CustomWidget = "text" | "number" | "boolean" | "json";

/**
 * One field of a content type: what is written (`Input`), what an unfinished draft holds (`Draft`), what is read once
 * published (`Output`), and what the Studio needs to edit it.
 */
export interface Field<
  Kind extends FieldKind = FieldKind,
  Input = unknown,
  Output = unknown,
  Present extends Presence = Presence,
  Draft = Input,
> {
  readonly kind: Kind;
  readonly presence: Present;
  readonly label: string | undefined;
  readonly help: string | undefined;
  readonly settings: FieldSettings;
  /**
   * Checks a value to be saved and gives the JSON to store. An empty value is judged by publishing, not here, so that
   * an unfinished draft can be saved.
   */
  readonly input: FieldSchema<Draft>;
  /** Checks a stored output value and gives what is read. */
  readonly output: FieldSchema<Output>;
  /** What publishing takes where the draft has no value. */
  readonly defaultValue: Draft | undefined;
  /** Stored JSON to read of an entry that was published before its type had this field, unless it is optional. */
  readonly whenMissing: unknown;
  /**
   * The output JSON of a stored value. Kinds that need more than the value for it (markdown, pictures, files) have
   * none, and those that hold other fields give it without these: publishing knows them.
   */
  toOutput?(stored: Draft): unknown;
  /** What is wrong with how it was declared, for `defineType` to say where. */
  readonly mistake: string | undefined;
  /** What each item of a list is. */
  readonly item: Field | undefined;
  /** The fields of a group. */
  readonly fields: FieldMap | undefined;
  /** The groups that blocks may be, by name. */
  readonly blocks: Readonly<Record<string, Field>> | undefined;
  /** Publishing does not ask for this field, and reading it may give `undefined`. */
  optional(): Field<Kind, Input, Output, "optional", Draft>;
  /** Publishing takes this value where the draft has none. `defineType` checks the value. */
  default(value: Input): Field<Kind, Input, Output, "defaulted", Draft>;
}

/** The fields of a content type or group by name. */
export type FieldMap = Readonly<Record<string, Field>>;
