import type { FieldValues } from "../connection/entries-of.ts";
import type { Issues } from "../fields/place-issues.ts";
import { isBlank, isDeepEqual } from "../fields/same-value.ts";
import type { EditorState } from "./editor-state.ts";

type Before = Pick<EditorState, "saved" | "shown" | "changes">;

/**
 * Saved values that the form goes on showing as they were written: what was sent and not touched since, but an address,
 * which is what the server made of it.
 */
export function shownAfterSave(before: Before, sent: FieldValues, saved: FieldValues): FieldValues {
  const untouched = Object.entries(sent).filter(
    ([name, value]) => name !== "slug" && before.changes[name] === value && !isSameToSee(value, saved[name]),
  );
  const { ...shown } = shownWhereSame(before, saved);
  for (const name of Object.keys(sent)) delete shown[name];
  return { ...shown, ...Object.fromEntries(untouched) };
}

/** The same of fields that have kept their saved value. */
export function shownWhereSame(
  { saved: before, shown }: Omit<Before, "changes">,
  saved: FieldValues,
): FieldValues {
  return Object.fromEntries(
    Object.entries(shown).filter(([name]) => isSameToSee(before?.fields[name], saved[name])),
  );
}

function isSameToSee(one: unknown, other: unknown): boolean {
  return (isBlank(one) && isBlank(other)) || isDeepEqual(one, other);
}

/** The issues of the fields named. */
export function issuesInside(issues: Issues, fields: FieldValues): Issues {
  return Object.fromEntries(Object.entries(issues).filter(([path]) => (path.split(".")[0] ?? "") in fields));
}
