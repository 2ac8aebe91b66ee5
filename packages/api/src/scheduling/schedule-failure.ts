import type { ScheduleFailure } from "../entries/entry.ts";
import type { FieldIssue, ReleaseProblem } from "../error-details.ts";
import type { LetterpressError } from "../errors.ts";

/** What is told at most of what is wrong: a failure is a line in a list. */
const told = 3;

/** An error for whoever looks at it later: what is wrong, and in which fields. */
export function toFailure({ errorCode: code, message, details }: LetterpressError): ScheduleFailure {
  const problems = problemsIn(details);
  const rest = problems.length > told ? ` And ${problems.length - told} more.` : "";
  return {
    code,
    message: [message, ...problems.slice(0, told)].join(" ") + rest,
    issues: issuesIn(details),
  };
}

function issuesIn(details: object): FieldIssue[] {
  if ("issues" in details) return details.issues as FieldIssue[];
  // Of the table of errors, only REFERENCE_MISSING names a field so.
  if ("field" in details)
    return [{ path: `fields.${details.field}`, message: "What this points at is gone: choose another." }];
  return [];
}

/** Of a release, whose entries are many: those that are not ready, and why. */
function problemsIn(details: object): string[] {
  if (!("problems" in details)) return [];
  return (details.problems as ReleaseProblem[]).map(({ title, message }) => `“${title}”: ${message}`);
}
