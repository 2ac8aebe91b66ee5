import type { FieldDescription } from "@letterpress/client";

/** What the form calls the field at a path, `program.2.minutes`: "Program, 3, Minutes". */
export function fieldName(fields: readonly FieldDescription[], path: string): string {
  const steps = path.replace(/^fields\./, "").split(".");
  const words: string[] = [];
  let inside: readonly FieldDescription[] = fields;
  for (const step of steps) {
    if (/^\d+$/.test(step)) {
      words.push(String(Number(step) + 1));
      continue;
    }
    const field = inside.find(({ name }) => name === step);
    if (!field) break;
    words.push(field.label);
    inside =
      field.fields ?? field.item?.fields ?? (field.blocks ?? []).flatMap((block) => block.fields ?? []);
  }
  return words.join(", ");
}
