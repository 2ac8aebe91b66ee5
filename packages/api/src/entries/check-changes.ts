import { z } from "zod";
import type { FieldIssue } from "../error-details.ts";
import { issuesOf } from "../issues-of.ts";

/** What a save of these changes would be refused for; `schema` is of the changes to the type's fields. */
export function checkChanges(schema: z.ZodType, fields: unknown): FieldIssue[] {
  const result = z.object({ fields: schema }).safeParse({ fields });
  return result.success ? [] : issuesOf(result.error);
}
