import type { ScheduleFailure, TypeDescription } from "@letterpress/client";
import { fieldName } from "./field-name.ts";
import { someOf } from "./some-of.ts";

/** What the server says of a required field that is empty. */
const isEmpty = "Fill this in before publishing.";

/** Why an entry could not be published, with its fields as the form calls them: "Body and Author are empty." */
export function failureWords(
  type: Pick<TypeDescription, "fields"> | undefined,
  { message, issues }: Pick<ScheduleFailure, "message" | "issues">,
): string {
  if (issues.length === 0) return message;
  const names = new Map<string, string[]>();
  for (const issue of issues) {
    const of = names.get(issue.message) ?? [];
    names.set(issue.message, [...of, fieldName(type?.fields ?? [], issue.path)]);
  }
  return [...names].map(([what, of]) => sentence(what, of.filter(Boolean))).join(" ");
}

function sentence(what: string, names: string[]): string {
  if (names.length === 0) return what;
  if (what === isEmpty) return `${someOf(names)} ${names.length === 1 ? "is" : "are"} empty.`;
  return `${someOf(names)}: ${what}`;
}
