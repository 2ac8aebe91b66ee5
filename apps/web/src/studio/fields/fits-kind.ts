import type { FieldDescription } from "@letterpress/client";
import { isRecord } from "./widget.ts";

type Fits = (value: unknown) => boolean;

const isText: Fits = (value) => typeof value === "string";
const isArray: Fits = (value) => Array.isArray(value);
const areTexts: Fits = (value) => Array.isArray(value) && value.every(isText);
const isNumber: Fits = (value) => typeof value === "number";
const isBoolean: Fits = (value) => typeof value === "boolean";
const isAnything: Fits = () => true;

// What is typed as text fits while it is unfinished; what a calendar shows must be one that it can show.
const kinds: Record<Exclude<FieldDescription["kind"], "custom">, Fits> = {
  text: isText,
  markdown: isText,
  slug: isText,
  url: isText,
  email: isText,
  color: isText,
  select: isText,
  image: isText,
  file: isText,
  reference: isText,
  number: isNumber,
  boolean: isBoolean,
  date: (value) => isText(value) && /^\d{4}-\d\d-\d\d$/.test(String(value)),
  datetime: (value) => isText(value) && /^\d{4}-\d\d-\d\dT/.test(String(value)) && isMoment(String(value)),
  multiSelect: areTexts,
  references: areTexts,
  list: isArray,
  blocks: isArray,
  group: isRecord,
  json: isAnything,
};

const customWidgets = { text: isText, number: isNumber, boolean: isBoolean, json: isAnything };

/** Whether the field's widget can show a stored value: the field may have been of another kind when it was saved. */
export function fitsKind(field: FieldDescription, value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (isOneLine(field) && isText(value) && /[\r\n]/.test(String(value))) return false;
  if (field.kind === "custom") return customWidgets[field.widget ?? "json"](value);
  return kinds[field.kind](value);
}

/** Edited in a box that takes the line breaks out of its text. */
function isOneLine({ kind, multiline, widget }: FieldDescription): boolean {
  return (kind === "text" || widget === "text") && multiline !== true;
}

function isMoment(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}
