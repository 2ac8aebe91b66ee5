import type { Issues } from "../fields/place-issues.ts";
import { isDeepEqual } from "../fields/same-value.ts";
import { isRecord } from "../fields/widget.ts";

/**
 * The issues that still hold once a field has another value: those of what has not changed. An item that moved takes
 * its issues along.
 */
export function issuesAfter(issues: Issues, name: string, before: unknown, after: unknown): Issues {
  const left: Record<string, string> = {};
  for (const [path, message] of Object.entries(issues)) {
    const [first, ...inside] = path.split(".");
    const now = first === name ? pathAfter(inside, before, after) : inside;
    if (now !== null) left[[first, ...now].join(".")] = message;
  }
  return left;
}

/** Where the value at a path is now; null once it has changed or gone. */
function pathAfter(path: readonly string[], before: unknown, after: unknown): string[] | null {
  const [step, ...rest] = path;
  if (step === undefined) return isDeepEqual(before, after) ? [] : null;
  if (Array.isArray(before) && Array.isArray(after)) {
    const from = Number(step);
    const to = placeAfter(before, after, from);
    const inside = to === null ? null : pathAfter(rest, before[from], after[to]);
    return inside === null ? null : [String(to), ...inside];
  }
  const values = [before, after].map((value) => (isRecord(value) ? value[step] : undefined));
  const inside = pathAfter(rest, values[0], values[1]);
  return inside === null ? null : [step, ...inside];
}

/** Edits make new values and leave the others the very same, so that a moved item is known by its identity. */
function placeAfter(before: readonly unknown[], after: readonly unknown[], from: number): number | null {
  if (Object.is(before[from], after[from])) return from;
  const moved = after.indexOf(before[from]);
  if (moved >= 0) return moved;
  return before.length === after.length ? from : null;
}
