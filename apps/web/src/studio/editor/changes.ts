import type { FieldDescription } from "@letterpress/client";
import type { FieldValues } from "../connection/entries-of.ts";
import { isBlank, isDeepEqual, sameValue } from "../fields/same-value.ts";
import { type EmptyRows, tidyValue } from "../fields/tidy-value.ts";
import type { FieldComparison } from "./theirs.ts";

type Fields = readonly FieldDescription[];

/** The changes that are left when these values are saved. */
export function rebase(fields: Fields, changes: FieldValues, saved: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(changes).filter(([name, value]) => {
      const field = fields.find((candidate) => candidate.name === name);
      return field ? !sameValue(field, value, saved[name]) : !isDeepEqual(value, saved[name]);
    }),
  );
}

/** Changes one field; a field that is back at its saved value is no change. */
export function withChange(
  fields: Fields,
  changes: FieldValues,
  saved: FieldValues,
  name: string,
  value: unknown,
): FieldValues {
  return rebase(fields, { ...changes, [name]: value }, saved);
}

/**
 * The changes that a finished save leaves: what was typed while it was under way. Who went back to what was saved before
 * has changed that field again; `shown` is what the form has there.
 */
export function afterSave(
  fields: Fields,
  { changes, shown }: { changes: FieldValues; shown: FieldValues },
  sent: FieldValues,
  saved: FieldValues,
): FieldValues {
  const typedSince = Object.entries(changes).filter(
    ([name, value]) => !(name in sent) || value !== sent[name],
  );
  const wentBack = Object.keys(sent)
    .filter((name) => !(name in changes))
    .map((name) => [name, shown[name] ?? null]);
  return rebase(fields, Object.fromEntries([...typedSince, ...wentBack]), saved);
}

/** Changes as the server takes them: `null` empties a field. */
export function tidyChanges(
  fields: Fields,
  changes: FieldValues,
  emptyRows: EmptyRows = "dropped",
): FieldValues {
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => {
      const field = fields.find((candidate) => candidate.name === name);
      return [name, field ? tidyValue(field, value, emptyRows) : value];
    }),
  );
}

/** What of tidied changes is sent: a slug only where the person chose one. Without it the server makes one of the title. */
export function toSend(tidied: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(tidied).filter(([name, value]) => name !== "slug" || !isBlank(value)),
  );
}

/** One field that two versions of an entry do not agree on. */
export interface Difference {
  field: FieldDescription;
  /** What both started from. */
  base: unknown;
  theirs: unknown;
  /** What the person has there: changed, or as it was when they opened the entry. */
  mine: unknown;
  changedBy: FieldComparison["changedBy"];
}

interface Versions {
  base: FieldValues;
  theirs: FieldValues;
  changes: FieldValues;
  /** Fields in which the person has typed what is no value yet. */
  unread: ReadonlySet<string>;
  /** What the server said of fields of which only it knows what they held before. */
  comparison: readonly FieldComparison[];
}

/** What stands between the person's draft and the version that somebody else saved meanwhile. */
export function differences(
  fields: Fields,
  { base, theirs, changes, unread, comparison }: Versions,
): Difference[] {
  return fields.flatMap((field): Difference[] => {
    const { name } = field;
    const told = comparison.find((one) => one.field === name);
    const byMe = name in changes || unread.has(name);
    const before = !byMe && told ? told.base : base[name];
    const byThem = !sameValue(field, before, theirs[name]);
    const mine = name in changes ? changes[name] : before;
    if (!byMe && !byThem) return [];
    if (byMe && !unread.has(name) && sameValue(field, mine, theirs[name])) return [];
    const changedBy = !byMe ? "theirs" : byThem ? "both" : "mine";
    return [{ field, base: before, theirs: theirs[name], mine, changedBy }];
  });
}
