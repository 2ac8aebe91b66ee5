import type { FieldDescription } from "@letterpress/client";

type Kinds = readonly FieldDescription["kind"][];

const wide: Kinds = ["markdown", "group", "list", "blocks", "json"];
const high: Kinds = ["image", "file", "references", "multiSelect"];

/** Whether a field is too wide for the side of a form, or for half of a group. */
export function needsRoom({ kind, multiline, widget }: FieldDescription): boolean {
  return wide.includes(kind) || multiline === true || (kind === "custom" && widget === "json");
}

/** Whether an item of a list stands in a box of its own, with a head that it can be folded into. */
export function needsCard(item: FieldDescription): boolean {
  return needsRoom(item) || high.includes(item.kind);
}
