import { isPlainObject } from "./plain-object.ts";
import { isStorableText, notStorable } from "./storable-text.ts";

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

type Path = (string | number)[];
type CanonicalJson = { ok: true; value: JsonValue } | { ok: false; path: Path; message: string };

/** Levels at most; a request nests no deeper either. */
const depthMax = 60;

/** Names that objects have a meaning for: the wire format refuses them, so a value with one could never be read. */
const takenNames = new Set(["__proto__", "constructor", "prototype"]);

/**
 * The JSON that stands for a value: what `JSON.parse` gives of what `JSON.stringify` makes of it. Properties without
 * a value are left out. Values that would come back as something else (dates, class instances, NaN) are refused.
 */
export function canonicalJson(value: unknown): CanonicalJson {
  const problem = problemOf(value, []);
  return problem ? { ok: false, ...problem } : { ok: true, value: JSON.parse(JSON.stringify(value)) };
}

function problemOf(value: unknown, path: Path): { path: Path; message: string } | undefined {
  if (value === null || typeof value === "boolean") return undefined;
  if (typeof value === "string") return isStorableText(value) ? undefined : { path, message: notStorable };
  if (typeof value === "number" && Number.isFinite(value)) return undefined;
  if (!Array.isArray(value) && !isPlainObject(value)) return { path, message: "Use a JSON value." };
  if (path.length >= depthMax) return { path, message: `Nest at most ${depthMax} deep.` };
  // By index: `entries` visits the holes of a sparse array, too.
  if (Array.isArray(value)) return firstProblem(value.entries(), path);
  for (const name of Object.keys(value)) {
    if (takenNames.has(name))
      return { path: [...path, name], message: `"${name}" cannot be the name of a value.` };
    if (!isStorableText(name)) return { path, message: notStorable };
  }
  return firstProblem(
    Object.entries(value).filter(([, one]) => one !== undefined),
    path,
  );
}

function firstProblem(entries: Iterable<[string | number, unknown]>, path: Path) {
  for (const [name, one] of entries) {
    const problem = problemOf(one, [...path, name]);
    if (problem) return problem;
  }
  return undefined;
}
