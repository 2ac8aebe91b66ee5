import type { FieldDescription } from "@letterpress/client";
import { valueText } from "./value-text.ts";
import { isRecord } from "./widget.ts";

/** Characters of a summary at most; the line itself cuts off what does not fit the screen. */
const longest = 120;

const words: readonly FieldDescription["kind"][] = ["text", "markdown"];

/** One line that tells an item of a list from the others: its words, else whatever it says first. */
export function itemSummary(item: FieldDescription, value: unknown): string {
  if (!item.fields) return shortened(valueText(item, value));
  if (!isRecord(value)) return "";
  const said = item.fields
    .map((field) => ({ field, text: valueText(field, value[field.name]).trim() }))
    .filter(({ field, text }) => text !== "" && field.kind !== "boolean");
  const first = said.find(({ field }) => words.includes(field.kind)) ?? said[0];
  return first ? shortened(first.text) : "";
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
