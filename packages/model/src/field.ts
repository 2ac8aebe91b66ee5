/** The kinds of field that a content type may have. Each names the widget that the Studio edits it with. */
export const fieldKinds = [
  "text",
  "markdown",
  "slug",
  "image",
  "reference",
  "references",
  "select",
  "boolean",
  "date",
] as const;

export type FieldKind = (typeof fieldKinds)[number];

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
  max?: number;
  multiline?: boolean;
  options?: readonly string[];
  to?: string;
  from?: string;
}

/**
 * One field of a content type: what is saved (`Input`), what is read once published (`Output`), and what the Studio
 * needs to edit it.
 */
export interface Field<
  Kind extends FieldKind = FieldKind,
  Input = unknown,
  Output = unknown,
  Optional extends boolean = boolean,
> {
  readonly kind: Kind;
  readonly isOptional: Optional;
  readonly label: string | undefined;
  readonly help: string | undefined;
  readonly settings: FieldSettings;
  /** Checks a saved value. An empty value is judged by publishing, not here, so that an unfinished draft can be saved. */
  readonly input: FieldSchema<Input>;
  readonly output: FieldSchema<Output>;
  /** What is read of an entry that was published before its type had this field, when the field is required. */
  readonly whenMissing: Output;
  /** Published entries can be filtered by this field. */
  readonly filterable: boolean;
  /** Publishing does not ask for this field, and reading it may give `undefined`. */
  optional(): Field<Kind, Input, Output, true>;
}

/** The fields of a content type by name. */
export type FieldMap = Readonly<Record<string, Field>>;

interface FieldParts<Kind extends FieldKind, Input, Output> {
  kind: Kind;
  input: FieldSchema<Input>;
  output: FieldSchema<Output>;
  whenMissing: Output;
  options: FieldOptions | undefined;
  settings?: FieldSettings;
  filterable?: boolean;
}

export function createField<Kind extends FieldKind, Input, Output>(
  parts: FieldParts<Kind, Input, Output>,
): Field<Kind, Input, Output, false> {
  const required = {
    kind: parts.kind,
    isOptional: false as const,
    label: parts.options?.label,
    help: parts.options?.help,
    settings: parts.settings ?? {},
    input: parts.input,
    output: parts.output,
    whenMissing: parts.whenMissing,
    filterable: parts.filterable ?? false,
    optional: () => ({ ...required, isOptional: true as const, optional: () => required.optional() }),
  };
  return required;
}
