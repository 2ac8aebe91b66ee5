import type {
  Field,
  FieldKind,
  FieldMap,
  FieldOptions,
  FieldSchema,
  FieldSettings,
  Presence,
} from "./field.ts";

interface FieldParts<Kind extends FieldKind, Output, Draft> {
  kind: Kind;
  options: FieldOptions | undefined;
  settings?: FieldSettings;
  input: FieldSchema<Draft>;
  output: FieldSchema<Output>;
  /** Stored output JSON; see {@link Field.whenMissing}. */
  whenMissing: unknown;
  /** See {@link Field.toOutput}. */
  toOutput?: (stored: Draft) => unknown;
  /** See {@link Field.mistake}. */
  mistake?: string | undefined;
  item?: Field;
  fields?: FieldMap;
  blocks?: Readonly<Record<string, Field>>;
}

/** A field that publishing asks for. */
export function createField<Kind extends FieldKind, Input, Output, Draft = Input>(
  parts: FieldParts<Kind, Output, Draft>,
): Field<Kind, Input, Output, "required", Draft> {
  return assemble(parts, "required", undefined, parts.whenMissing);
}

/** A field that is `empty` without being given a value: no references, an unticked box. */
export function createDefaultedField<Kind extends FieldKind, Input, Output, Draft = Input>(
  parts: FieldParts<Kind, Output, Draft>,
  empty: Draft | undefined,
): Field<Kind, Input, Output, "defaulted", Draft> {
  return assemble(parts, "defaulted", empty, parts.whenMissing);
}

function assemble<Kind extends FieldKind, Input, Output, Draft, Present extends Presence>(
  parts: FieldParts<Kind, Output, Draft>,
  presence: Present,
  defaultValue: Draft | undefined,
  whenMissing: unknown,
): Field<Kind, Input, Output, Present, Draft> {
  return {
    kind: parts.kind,
    presence,
    label: parts.options?.label,
    help: parts.options?.help,
    settings: parts.settings ?? {},
    input: parts.input,
    output: parts.output,
    defaultValue,
    whenMissing,
    ...(parts.toOutput ? { toOutput: parts.toOutput } : {}),
    mistake: parts.mistake,
    item: parts.item,
    fields: parts.fields,
    blocks: parts.blocks,
    optional: () => assemble(parts, "optional", undefined, parts.whenMissing),
    default(value) {
      const checked = parts.input.safeParse(value);
      // A value that does not fit is kept as it is: defineType refuses it, as it can say where the mistake is.
      if (!checked.success) return assemble(parts, "defaulted", value as unknown as Draft, parts.whenMissing);
      const output = parts.toOutput ? parts.toOutput(checked.data) : parts.whenMissing;
      return assemble(parts, "defaulted", checked.data, output);
    },
  };
}
