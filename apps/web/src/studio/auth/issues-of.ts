import type { CallError } from "@letterpress/client";

/** What is wrong with each field of a form, by the field's name. Empty when the problem is another one. */
export function issuesOf(problem: CallError | null): Record<string, string> {
  if (problem?.code !== "BAD_INPUT") return {};
  return Object.fromEntries(problem.details.issues.map(({ path, message }) => [path, message]));
}
