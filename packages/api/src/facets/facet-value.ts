import { createHash } from "node:crypto";
import type { FacetValueKind } from "@letterpress/model/facet-kind";
import { isStorableText } from "@letterpress/model/storable-text";

/** Says that a published entry has no value for a field. No value is encoded as it, and it sorts before all others. */
export const noValue = "";

/** UTF-16 units of a text that its place in order is decided by: an index row of PostgreSQL holds 2.7 KB. */
const orderedUnits = 200;

/**
 * The text that stands for a value in the facet index. Texts of equal values are equal, and in bytewise order they are
 * in the order of their values: numbers by size, texts by their letters whatever their case and accents. It never
 * holds what PostgreSQL refuses, not even for a value that no entry can have.
 */
export function facetValue(kind: FacetValueKind, value: unknown): string {
  if (kind === "number") return numberKey(Number(value));
  if (kind === "datetime") return new Date(value as string | Date).toISOString();
  if (kind === "text") return textKey(String(value));
  return exactKey(String(value));
}

/** The bits of the number, with signs turned so that they sort as text. */
function numberKey(number: number): string {
  const view = new DataView(new ArrayBuffer(8));
  // Negative zero is zero.
  view.setFloat64(0, number === 0 ? 0 : number);
  const bits = view.getBigUint64(0);
  const sign = 1n << 63n;
  const ordered = bits & sign ? BigInt.asUintN(64, ~bits) : bits | sign;
  return ordered.toString(16).padStart(16, "0");
}

/** Letters for the order, then the text itself for equality. */
function textKey(text: string): string {
  return `${letters(text)}\u0001${exactKey(text)}`;
}

function letters(text: string): string {
  const plain = text
    .slice(0, orderedUnits)
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cc}]/gu, "");
  // There and back: some letters (ß, ς) have a capital that is the capital of others, too.
  return plain.toLowerCase().toUpperCase().toLowerCase().slice(0, orderedUnits).toWellFormed();
}

/** The text, or its hash where it is too long for an index or nothing that can be stored. */
function exactKey(text: string): string {
  if (text.length <= orderedUnits && isStorableText(text)) return text;
  // Each UTF-16 unit counts: in UTF-8 all lone surrogates are one.
  return createHash("sha256").update(text, "utf16le").digest("hex");
}
