import type { CallError } from "@letterpress/client";
import type { Issues } from "../fields/place-issues.ts";

/**
 * What an answer says of single fields, by their paths: `tags.3` is the fourth of the tags. Empty where it speaks of
 * the entry as a whole.
 */
export function fieldIssues(problem: CallError): Issues {
  if (problem.code === "SLUG_TAKEN")
    return { slug: `Another entry has the address “${problem.details.slug}”: choose a different one.` };
  if (problem.code === "REFERENCE_MISSING")
    return { [problem.details.field]: "What this refers to has been deleted: choose another." };
  if (problem.code !== "BAD_INPUT" && problem.code !== "ENTRY_INCOMPLETE") return {};
  return issuesByPath(problem.details.issues);
}

/** Issues that name fields, by path. The first word about a field is enough: the next try tells the rest. */
export function issuesByPath(found: readonly { path: string; message: string }[]): Issues {
  const issues: Record<string, string> = {};
  for (const { path, message } of found) {
    const [first, ...inside] = path.split(".");
    const name = inside.join(".");
    if (first === "fields" && name !== "") issues[name] ??= message;
  }
  return issues;
}
