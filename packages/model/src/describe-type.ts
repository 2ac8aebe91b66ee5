import type { ContentType } from "./content-type.ts";
import type { FieldKind, FieldSettings } from "./field.ts";
import { humanize } from "./humanize.ts";

/** A field as plain JSON: all that a form needs. */
export interface FieldDescription extends FieldSettings {
  name: string;
  kind: FieldKind;
  label: string;
  help?: string;
  required: boolean;
}

/** A content type as plain JSON: the Studio makes its lists and forms from it. */
export interface TypeDescription {
  name: string;
  label: string;
  pluralLabel: string;
  path: string | null;
  titleField: string;
  fields: FieldDescription[];
}

export function describeType(type: ContentType): TypeDescription {
  return {
    name: type.name,
    label: type.label,
    pluralLabel: type.pluralLabel,
    path: type.path,
    titleField: type.titleField,
    fields: Object.entries(type.fields).map(([name, field]) => ({
      name,
      kind: field.kind,
      label: field.label ?? humanize(name),
      ...(field.help === undefined ? {} : { help: field.help }),
      required: !field.isOptional && !hasDefault(field.kind),
      ...field.settings,
    })),
  };
}

/** Kinds that have a value without being given one: a list may be empty, an unticked box is an answer. */
export function hasDefault(kind: FieldKind): boolean {
  return kind === "references" || kind === "boolean" || kind === "slug";
}
