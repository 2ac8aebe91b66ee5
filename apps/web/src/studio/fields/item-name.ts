import type { FieldDescription } from "@letterpress/client";

/** What one item of a list is called: by its own label, else by the list's in the singular, as English makes it. */
export function itemName(list: FieldDescription): string {
  return list.item?.label || singular(list.label);
}

function singular(label: string): string {
  if (/[^aeiou]ies$/i.test(label)) return label.replace(/ies$/i, "y");
  if (/(ss|x|ch|sh)es$/i.test(label)) return label.slice(0, -2);
  return /[^s]s$/i.test(label) && !/(us|is)$/i.test(label) ? label.slice(0, -1) : label;
}
