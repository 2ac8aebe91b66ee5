import type { FieldDescription } from "@letterpress/client";
import type { FieldValues } from "../connection/entries-of.ts";

/** Nothing, however it is written: a field that was emptied reads as one that was never filled in. */
export function isBlank(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

export function sameValue(a: unknown, b: unknown): boolean {
  if (isBlank(a) || isBlank(b)) return isBlank(a) && isBlank(b);
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => item === b[index]);
  return a === b;
}

/** The changes that are left when these values are saved. */
export function rebase(changes: FieldValues, saved: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(changes).filter(([name, value]) => !sameValue(value, saved[name])),
  );
}

/** Changes one field; a field that is back at its saved value is no change. */
export function withChange(
  changes: FieldValues,
  saved: FieldValues,
  name: string,
  value: unknown,
): FieldValues {
  return rebase({ ...changes, [name]: value }, saved);
}

/** The changes that a finished save leaves: what was typed while it was under way. */
export function afterSave(changes: FieldValues, sent: FieldValues, saved: FieldValues): FieldValues {
  const typedSince = Object.entries(changes).filter(
    ([name, value]) => !(name in sent) || value !== sent[name],
  );
  return rebase(Object.fromEntries(typedSince), saved);
}

/**
 * Changes as the server wants them: `null` empties a field. A slug is only sent where the person chose one: without it
 * the server makes one of the title.
 */
export function toSend(changes: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(changes)
      .filter(([name, value]) => name !== "slug" || !isBlank(value))
      .map(([name, value]) => [name, value === "" || value === undefined ? null : value]),
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
  fields: FieldDescription[],
  { base, changes, theirs }: { base: FieldValues; changes: FieldValues; theirs: FieldValues },
): Difference[] {
  return fields.flatMap((field): Difference[] => {
    const { name } = field;
    const byMe = name in changes;
    const byThem = !sameValue(base[name], theirs[name]);
    const mine = byMe ? changes[name] : base[name];
    if ((!byMe && !byThem) || sameValue(mine, theirs[name])) return [];
    return [{ field, theirs: theirs[name], mine, changedBy: byMe ? (byThem ? "both" : "me") : "them" }];
  });
}
