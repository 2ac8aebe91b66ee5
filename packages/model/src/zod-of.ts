import type { z } from "zod";
import type { FieldSchema } from "./field.ts";

/** The zod schema behind a field's schema: every field is made with zod, `FieldSchema` only hides it from types. */
export function zodOf<Value>(schema: FieldSchema<Value>): z.ZodType<Value> {
  return schema as unknown as z.ZodType<Value>;
}
