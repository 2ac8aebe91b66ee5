import type { FieldValues } from "../connection/entries-of.ts";
import type { Issues } from "../fields/place-issues.ts";
import { isBlank } from "../fields/same-value.ts";

/** The issues of what is filled in: that something is missing is for publishing to say, not while it is written. */
export function issuesOfFilled(issues: Issues, values: FieldValues): Issues {
  return Object.fromEntries(Object.entries(issues).filter(([path]) => !isBlank(valueAt(values, path))));
}

function valueAt(values: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, step) =>
        typeof value === "object" && value !== null ? (value as Record<string, unknown>)[step] : undefined,
      values,
    );
}
