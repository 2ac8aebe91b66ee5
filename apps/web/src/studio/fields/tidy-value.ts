import type { FieldDescription } from "@letterpress/client";
import { isBlank } from "./same-value.ts";
import { asItems, isRecord } from "./widget.ts";

/** Whether rows of a list that nobody has filled in are left out, or keep the places of those after them. */
export type EmptyRows = "dropped" | "kept";

/**
 * A value as the server takes it: `null` is what empties, and names that a group no longer has are left out. What does
 * not fit its field at all stays as it is, to be refused.
 */
export function tidyValue(field: FieldDescription, value: unknown, emptyRows: EmptyRows): unknown {
  if (isBlank(value)) return null;
  const { item, fields, blocks } = field;
  if (fields && isRecord(value)) return tidyFields(fields, value, emptyRows);
  if (item && Array.isArray(value))
    return value
      .map((one) => tidyValue(item, one, emptyRows))
      .filter((one) => one !== null || emptyRows === "kept");
  if (blocks)
    return Array.isArray(value)
      ? asItems(value).map((block) => {
          const group = isRecord(block) ? blocks.find(({ name }) => name === block.type) : undefined;
          if (!group?.fields || !isRecord(block)) return block;
          return { type: block.type, ...tidyFields(group.fields, block, emptyRows) };
        })
      : value;
  return value;
}

function tidyFields(
  fields: readonly FieldDescription[],
  values: Record<string, unknown>,
  emptyRows: EmptyRows,
) {
  return Object.fromEntries(
    fields
      .map((field) => [field.name, tidyValue(field, values[field.name], emptyRows)] as const)
      .filter(([, value]) => value !== null),
  );
}
