import { createHash } from "node:crypto";
import type { FacetValueKind } from "@letterpress/model/facet-kind";

/** Says that a published entry has no value for a field. No value is encoded as it, and it sorts before all others. */
export const noValue = "";

/** UTF-16 units of a text that its place in order is decided by: an index row of PostgreSQL holds 2.7 KB. */
const orderedUnits = 200;

/**
 * The text that stands for a value in the facet index. Texts of equal values are equal, and in bytewise order they are
 * in the order of their values: numbers by size, texts by their letters whatever their case and accents.
 */
export function facetValue(kind: FacetValueKind, value: unknown): string {
  if (kind === "number") return numberKey(Number(value));
  if (kind === "datetime") return new Date(value as string | Date).toISOString();
  if (kind === "text") return textKey(String(value));
  return String(value);
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

/** Letters for the order, then the text itself (or its hash, where it is long) for equality. */
function textKey(text: string): string {
  const letters = text
    .slice(0, orderedUnits)
    .toWellFormed()
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .slice(0, orderedUnits)
    .toWellFormed();
  const exact = text.length <= orderedUnits ? text : createHash("sha256").update(text).digest("hex");
  return `${letters}\u0001${exact}`;
}
