import type { Field } from "../src/field.ts";
import { zodOf } from "../src/zod-of.ts";

/**
 * What a field makes of a value: the JSON to store, or each problem as `path: message`. What is stored must come back
 * from the database as it went in.
 */
export function take(field: Field, value: unknown): { stored: unknown } | string[] {
  const result = zodOf(field.input).safeParse(value);
  if (!result.success) return result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  if (!isCanonical(result.data)) throw new Error("What is stored is not what JSON would give back.");
  return { stored: result.data };
}

/** What readers get of a stored output value. */
export function read(field: Field, stored: unknown): unknown {
  const result = zodOf(field.output).safeParse(stored);
  if (!result.success) throw new Error(`It does not read: ${result.error.message}`);
  return result.data;
}

function isCanonical(value: unknown): boolean {
  return isSame(JSON.parse(JSON.stringify(value)), value);
}

/** By hand, as matchers think -0 and 0, or a missing and an undefined property, the same in places. */
function isSame(left: unknown, right: unknown): boolean {
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null)
    return Object.is(left, right);
  const [names, others] = [Object.keys(left), Object.keys(right)];
  if (Array.isArray(left) !== Array.isArray(right) || names.length !== others.length) return false;
  return names.every((name) =>
    isSame((left as Record<string, unknown>)[name], (right as Record<string, unknown>)[name]),
  );
}
