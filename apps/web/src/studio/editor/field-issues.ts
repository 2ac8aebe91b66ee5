import type { CallError } from "@letterpress/client";

/**
 * What an answer says of single fields, by their names: `fields.tags.3` is about `tags`. Empty where it speaks of the
 * entry as a whole.
 */
export function fieldIssues(problem: CallError): Record<string, string> {
  if (problem.code === "SLUG_TAKEN")
    return { slug: `Another entry has the address “${problem.details.slug}”: choose a different one.` };
  if (problem.code === "REFERENCE_MISSING")
    return { [problem.details.field]: "What this refers to has been deleted: choose another." };
  if (problem.code !== "BAD_INPUT" && problem.code !== "ENTRY_INCOMPLETE") return {};
  const issues: Record<string, string> = {};
  for (const { path, message } of problem.details.issues) {
    const [first, name] = path.split(".");
    // The first word about a field is enough: the next try tells the rest.
    if (first === "fields" && name !== undefined) issues[name] ??= message;
  }
  return issues;
}
