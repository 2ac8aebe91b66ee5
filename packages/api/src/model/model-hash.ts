import { createHash } from "node:crypto";
import type { ContentModel } from "@letterpress/model/content-type";
import { describeType } from "@letterpress/model/describe-type";

/**
 * Tells content models apart: the first 12 hex digits of the SHA-256 of their descriptions, in order. The schema behind
 * a custom field has no description, so a change to it alone does not show.
 */
export function modelHash(model: ContentModel): string {
  const descriptions = Object.values(model).map(describeType);
  return createHash("sha256").update(JSON.stringify(descriptions, withSortedKeys)).digest("hex").slice(0, 12);
}

/** Objects that differ in the order of their keys alone are the same JSON. */
function withSortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
