import type { CallError } from "@letterpress/client";
import { issuesOf } from "../auth/issues-of.ts";

/** What is wrong with each box of a new redirect. Empty where the problem is another one. */
export function redirectIssues(problem: CallError | null): Record<string, string> {
  if (problem?.code === "REDIRECT_HIDES_PAGE") return { path: problem.message };
  if (problem?.code === "REDIRECT_LOOP") return { target: problem.message };
  return issuesOf(problem);
}
