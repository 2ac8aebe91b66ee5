import type { ZodError } from "zod";
import type { FieldIssue } from "./error-details.ts";

type Issue = ZodError["issues"][number];

/** What is wrong with an input, for people: each issue at the place that is to be changed. */
export function issuesOf(error: ZodError): FieldIssue[] {
  return error.issues.flatMap((issue) => flattened(issue, []));
}

/** Of several forms that an input may have, the one that it fits best is the one that was meant. */
function flattened(issue: Issue, prefix: PropertyKey[]): FieldIssue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === "invalid_union" && issue.errors) {
    const forms = issue.errors as Issue[][];
    const [meant, other] = forms
      .filter((form) =>
        form.some(({ path: inner, code }) => inner.length > 0 || code === "unrecognized_keys"),
      )
      .sort((left, right) => left.length - right.length);
    if (meant && !other) return meant.flatMap((inner) => flattened(inner, path));
  }
  return [{ path: path.join("."), message: issue.message }];
}
