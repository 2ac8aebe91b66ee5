import type { Field } from "./field.ts";

/** Text of spaces alone says nothing. */
function isEmptyValue(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** What publishing takes for a field; `undefined` where there is neither a value nor a default. */
export function storedOrDefault(field: Field, value: unknown): unknown {
  if (!isEmptyValue(value)) return value;
  // A group that asks for nothing, or whose fields are asked for one by one.
  if (field.kind === "group" && field.presence === "required") return {};
  return field.defaultValue;
}
