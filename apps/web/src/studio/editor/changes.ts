import type { FieldDescription } from "@letterpress/client";
import type { FieldValues } from "../connection/entries-of.ts";
import { isBlank, isDeepEqual, sameValue } from "../fields/same-value.ts";
import { type EmptyRows, tidyValue } from "../fields/tidy-value.ts";

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

/** The changes that a finished save leaves: what was typed while it was under way. */
export function afterSave(
  fields: Fields,
  changes: FieldValues,
  sent: FieldValues,
  saved: FieldValues,
): FieldValues {
  const typedSince = Object.entries(changes).filter(
    ([name, value]) => !(name in sent) || value !== sent[name],
  );
  return rebase(fields, Object.fromEntries(typedSince), saved);
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
  theirs: unknown;
  /** What the person has there: changed, or as it was when they opened the entry. */
  mine: unknown;
  changedBy: "them" | "me" | "both";
}

/** What stands between the person's draft and the version that somebody else saved meanwhile. */
export function differences(
  fields: Fields,
  { base, changes, theirs }: { base: FieldValues; changes: FieldValues; theirs: FieldValues },
): Difference[] {
  return fields.flatMap((field): Difference[] => {
    const { name } = field;
    const byMe = name in changes;
    const byThem = !sameValue(field, base[name], theirs[name]);
    const mine = byMe ? changes[name] : base[name];
    if ((!byMe && !byThem) || sameValue(field, mine, theirs[name])) return [];
    return [{ field, theirs: theirs[name], mine, changedBy: byMe ? (byThem ? "both" : "me") : "them" }];
  });
}
