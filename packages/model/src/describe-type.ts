import type { ContentType } from "./content-type.ts";
import type { Field, FieldKind, FieldMap, FieldSettings } from "./field.ts";
import { humanize } from "./humanize.ts";

/** A field as plain JSON: all that a form needs. */
export interface FieldDescription extends FieldSettings {
  /** Empty for the item of a list. */
  name: string;
  kind: FieldKind;
  label: string;
  help?: string;
  /** Publishing asks for a value. */
  required: boolean;
  /** What publishing takes where there is no value. */
  defaultValue?: unknown;
  /** What each item of a list is. */
  item?: FieldDescription;
  /** The fields of a group. */
  fields?: FieldDescription[];
  /** The groups that blocks may be. Their names are what a block's `type` says. */
  blocks?: FieldDescription[];
}

/** A content type as plain JSON: the Studio makes its lists and forms from it. */
export interface TypeDescription {
  name: string;
  label: string;
  pluralLabel: string;
  path: string | null;
  titleField: string;
  version: number;
  fields: FieldDescription[];
}

export function describeType(type: ContentType): TypeDescription {
  return {
    name: type.name,
    label: type.label,
    pluralLabel: type.pluralLabel,
    path: type.path,
    titleField: type.titleField,
    version: type.version,
    fields: describeFields(type.fields),
  };
}

function describeFields(fields: FieldMap): FieldDescription[] {
  return Object.entries(fields).map(([name, field]) => describeField(name, field));
}

function describeField(name: string, field: Field): FieldDescription {
  return {
    name,
    kind: field.kind,
    label: field.label ?? humanize(name),
    ...(field.help === undefined ? {} : { help: field.help }),
    required: field.presence === "required",
    ...(field.defaultValue === undefined ? {} : { defaultValue: field.defaultValue }),
    ...field.settings,
    ...(field.item ? { item: describeField("", field.item) } : {}),
    ...(field.fields ? { fields: describeFields(field.fields) } : {}),
    ...(field.blocks ? { blocks: describeFields(field.blocks) } : {}),
  };
}
