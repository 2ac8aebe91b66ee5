import type { Reference } from "@letterpress/client";
import type { AnyField, AnyValue } from "./any-value.ts";
import { isFieldName, isFile, isImage, isMarkdown, isObject, isReference, placeOf } from "./field-shape.ts";
import { labelOf } from "./label-of.ts";
import { readText } from "./read-text.ts";

/** What a reference points at; `null` where that is not published. */
export type FindTarget = (reference: Reference<string>) => { title: string; path: string | null } | null;

/** Groups within groups that are shown as such; what is deeper is shown as JSON. */
const deepest = 6;

/** A published value by its shape; `null` where it is empty or nothing of it is published. */
function readValue(value: unknown, find: FindTarget, depth: number): AnyValue | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return readText(value);
  if (typeof value === "number") return Number.isFinite(value) ? { kind: "number", number: value } : null;
  if (typeof value === "boolean") return { kind: "boolean", isTrue: value };
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { kind: "moment", at: value };
  if (Array.isArray(value)) return readArray(value, find, depth);
  if (!isObject(value)) return null;
  if (isImage(value)) return value.url === "" ? null : { kind: "image", image: value };
  if (isFile(value)) return value.url === "" ? null : { kind: "file", file: value };
  if (isMarkdown(value)) return value.html.trim() === "" ? null : { kind: "markdown", markdown: value };
  if (isReference(value)) return readReference(value, find);
  return readObject(value, find, depth);
}

/** The fields that have something to show; `depth` groups down. */
export function readFields(
  values: Readonly<Record<string, unknown>>,
  find: FindTarget,
  depth = 0,
): AnyField[] {
  return Object.entries(values).flatMap(([name, given]) => {
    const value = readValue(given, find, depth);
    return value === null ? [] : [{ name, label: labelOf(name), value }];
  });
}

function readReference(reference: Reference<string>, find: FindTarget): AnyValue | null {
  const target = find(reference);
  return target && { kind: "entry", ...target };
}

function readObject(value: Readonly<Record<string, unknown>>, find: FindTarget, depth: number) {
  const place = placeOf(value);
  if (place) return { kind: "place", ...place } as const;
  if (Object.keys(value).length === 0) return null;
  if (!isGroup(value) || depth >= deepest) return { kind: "json", value } as const;
  const fields = readFields(value, find, depth + 1);
  return fields.length === 0 ? null : ({ kind: "group", fields } as const);
}

function readArray(values: unknown[], find: FindTarget, depth: number): AnyValue | null {
  if (values.length === 0) return null;
  // The items of a list are of one kind, and there is no empty one.
  if (values.some((item) => shapeOf(item) !== shapeOf(values[0]) || item === null) || depth >= deepest)
    return { kind: "json", value: values };
  if (values.every(isBlock)) {
    const blocks = values.flatMap(({ type, ...rest }) => {
      const fields = readFields(rest, find, depth + 1);
      return fields.length === 0 ? [] : [{ label: labelOf(type), fields }];
    });
    return blocks.length === 0 ? null : { kind: "blocks", blocks };
  }
  const items = values.flatMap((item) => readValue(item, find, depth + 1) ?? []);
  return items.length === 0 ? null : { kind: "list", items };
}

/** Groups have fields under their names, and no `null`: JSON may have both otherwise. */
function isGroup(value: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(value).every(([name, field]) => isFieldName(name) && field !== null);
}

function isBlock(value: unknown): value is { type: string } & Record<string, unknown> {
  return (
    isObject(value) &&
    typeof value.type === "string" &&
    isFieldName(value.type) &&
    isGroup(value) &&
    !isReference(value)
  );
}

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return value instanceof Date ? "date" : typeof value;
}
