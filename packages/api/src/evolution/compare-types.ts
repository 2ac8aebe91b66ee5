import { isDeepStrictEqual } from "node:util";
import type { FieldDescription, TypeDescription } from "@letterpress/model/describe-type";

/** One difference that matters to what is stored. `field` is a dotted path: `program.talk.speaker`. */
export type TypeChange =
  | { what: "typeAdded" | "typeRemoved" }
  | { what: "versionChanged"; from: number; to: number }
  | { what: "fieldAdded"; field: string; required: boolean }
  | { what: "fieldRemoved" | "becameRequired" | "defaultChanged"; field: string }
  | { what: "kindChanged"; field: string; from: string; to: string }
  /** An option of a select, or a group of blocks. */
  | { what: "optionRemoved"; of: "blocks" | "values"; field: string; option: string };

/** What is different in a content type; labels, help and limits are not, as nothing stored depends on them. */
export function compareTypes(before: TypeDescription, after: TypeDescription): TypeChange[] {
  const { version: from } = before;
  const { version: to } = after;
  const counted: TypeChange[] = from === to ? [] : [{ what: "versionChanged", from, to }];
  return [...counted, ...compareFields("", before.fields, after.fields)];
}

function compareFields(prefix: string, before: FieldDescription[], after: FieldDescription[]): TypeChange[] {
  const was = new Map(before.map((field) => [field.name, field]));
  const is = new Set(after.map((field) => field.name));
  const gone = before.filter((field) => !is.has(field.name));
  return [
    ...gone.map(({ name }): TypeChange => ({ what: "fieldRemoved", field: prefix + name })),
    ...after.flatMap((field): TypeChange[] => {
      const path = prefix + field.name;
      const old = was.get(field.name);
      if (!old) return [{ what: "fieldAdded", field: path, required: field.required }];
      return [...comparePresence(path, old, field), ...compareValues(path, old, field)];
    }),
  ];
}

function comparePresence(field: string, before: FieldDescription, after: FieldDescription): TypeChange[] {
  if (after.required && !before.required) return [{ what: "becameRequired", field }];
  // The default of another kind is another one anyway.
  if (after.defaultValue === undefined || kindOf(before) !== kindOf(after)) return [];
  return isDeepStrictEqual(before.defaultValue, after.defaultValue)
    ? []
    : [{ what: "defaultChanged", field }];
}

/** A field, or the item of a list. */
function compareValues(path: string, before: FieldDescription, after: FieldDescription): TypeChange[] {
  const [from, to] = [kindOf(before), kindOf(after)];
  if (from !== to) return [{ what: "kindChanged", field: path, from, to }];
  if (before.item && after.item) return compareValues(path, before.item, after.item);
  if (before.fields && after.fields) return compareFields(`${path}.`, before.fields, after.fields);
  if (before.blocks && after.blocks) return compareBlocks(path, before.blocks, after.blocks);
  const options = new Set(after.options);
  const gone = before.options?.filter((option) => !options.has(option)) ?? [];
  return gone.map((option): TypeChange => ({ what: "optionRemoved", of: "values", field: path, option }));
}

function compareBlocks(path: string, before: FieldDescription[], after: FieldDescription[]): TypeChange[] {
  return before.flatMap((block): TypeChange[] => {
    const now = after.find(({ name }) => name === block.name);
    if (!now) return [{ what: "optionRemoved", of: "blocks", field: path, option: block.name }];
    return compareFields(`${path}.${block.name}.`, block.fields ?? [], now.fields ?? []);
  });
}

/** In words, with all that decides what a value looks like. */
function kindOf({ kind, to, item, widget }: FieldDescription): string {
  if (to !== undefined) return `${kind} to ${to}`;
  if (item) return `list of ${kindOf(item)}`;
  return widget === undefined ? kind : `${kind} ${widget}`;
}
