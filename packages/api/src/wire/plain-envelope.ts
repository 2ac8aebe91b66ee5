import type { SuperJSONResult } from "superjson";

type Kind = readonly ["Date"] | readonly ["undefined"];

/** A value as JSON has it, and the kinds that JSON has no word for: its own, or those within it by their paths. */
interface Wrapped {
  json: unknown;
  kinds: Kind | Record<string, Kind>;
}

/** Values nested deeper, cyclic ones among them, are left to superjson. */
const maxDepth = 64;

const date: Kind = ["Date"];
const nothing: Wrapped = { json: null, kinds: ["undefined"] };
const beyond: Wrapped = { json: null, kinds: {} };

/**
 * What superjson makes of plain objects, arrays, texts, numbers, booleans, dates and `undefined`, in one walk that copies
 * only what holds a date or `undefined`: the envelope may share the rest with `value`. `null` where there is anything
 * else. Properties that an array has beside its items are not seen.
 */
export function plainEnvelope(value: unknown): SuperJSONResult | null {
  const wrapped = wrap(value, 0);
  if (wrapped === beyond) return null;
  if (wrapped === null) return { json: value as SuperJSONResult["json"] };
  return { json: wrapped.json, meta: { values: wrapped.kinds, v: 1 } } as SuperJSONResult;
}

/** `null`: JSON has it as it is. */
function wrap(value: unknown, depth: number): Wrapped | null {
  switch (typeof value) {
    case "string":
    case "boolean":
      return null;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0) ? null : beyond;
    case "undefined":
      return nothing;
    case "object":
      if (value === null) return null;
      if (depth > maxDepth) return beyond;
      if (Array.isArray(value)) return wrapList(value, depth);
      if (value instanceof Date)
        return Number.isNaN(value.valueOf()) ? beyond : { json: value.toISOString(), kinds: date };
      return wrapObject(value, depth);
    default:
      return beyond;
  }
}

function wrapList(list: unknown[], depth: number): Wrapped | null {
  let copy: unknown[] | null = null;
  const kinds: Record<string, Kind> = {};
  for (let index = 0; index < list.length; index++) {
    const wrapped = wrap(list[index], depth + 1);
    if (wrapped === null) continue;
    if (wrapped === beyond || (wrapped === nothing && !(index in list))) return beyond;
    copy ??= [...list];
    copy[index] = wrapped.json;
    addKinds(kinds, String(index), wrapped.kinds);
  }
  return copy && { json: copy, kinds };
}

function wrapObject(object: object, depth: number): Wrapped | null {
  const prototype = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) return beyond;
  let copy: Record<string, unknown> | null = null;
  const kinds: Record<string, Kind> = {};
  for (const key of Object.keys(object)) {
    if (key === "__proto__" || key === "constructor" || key === "prototype") return beyond;
    const wrapped = wrap((object as Record<string, unknown>)[key], depth + 1);
    if (wrapped === null) continue;
    if (wrapped === beyond) return beyond;
    copy ??= { ...object };
    copy[key] = wrapped.json;
    addKinds(kinds, escaped(key), wrapped.kinds);
  }
  return copy && { json: copy, kinds };
}

// Level by level, as superjson does it: an object has names like "0" first, wherever they were added.
function addKinds(kinds: Record<string, Kind>, key: string, inner: Wrapped["kinds"]) {
  if (isKind(inner)) kinds[key] = inner;
  else for (const path of Object.keys(inner)) kinds[`${key}.${path}`] = inner[path] as Kind;
}

function isKind(kinds: Wrapped["kinds"]): kinds is Kind {
  return Array.isArray(kinds);
}

function escaped(key: string): string {
  return key.replaceAll("\\", "\\\\").replaceAll(".", "\\.");
}
