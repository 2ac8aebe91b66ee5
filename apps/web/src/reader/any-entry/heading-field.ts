import type { AnyField } from "./any-value.ts";

const titleNames = new Set(["title", "name", "heading", "headline"]);

/** Characters of a heading at most. */
const longest = 120;

/** The field that can head the others: one that is called a title, else the first text of one line. */
export function headingField(fields: AnyField[]): { field: AnyField; text: string } | undefined {
  const lines = fields.flatMap((field) => {
    const { value } = field;
    const isLine = value.kind === "text" && value.text.length <= longest && !value.text.includes("\n");
    return isLine ? [{ field, text: value.text }] : [];
  });
  return lines.find(({ field }) => titleNames.has(field.name)) ?? lines[0];
}
