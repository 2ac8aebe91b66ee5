import type { FieldDescription } from "@letterpress/client";

/** What a field is set to when it is cleared. */
export function blankValue({ kind }: FieldDescription): unknown {
  return kind === "list" || kind === "blocks" || kind === "references" || kind === "multiSelect" ? [] : null;
}

/** What a new item of a list starts with. */
export function newItem(item: FieldDescription): unknown {
  if (item.defaultValue !== undefined) return item.defaultValue;
  return item.kind === "group" ? {} : blankValue(item);
}
