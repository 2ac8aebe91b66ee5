import type { FieldDescription } from "@letterpress/client";

/** A field as the server describes it, for tests. */
export function field(
  name: string,
  kind: FieldDescription["kind"],
  more: Partial<FieldDescription> = {},
): FieldDescription {
  return { name, kind, label: name, required: false, ...more };
}

const geo = field("geo", "group", { fields: [field("lat", "number"), field("lng", "number")] });
const talk = field("talk", "group", {
  label: "Talk",
  required: true,
  fields: [
    field("title", "text", { required: true }),
    field("minutes", "number"),
    field("by", "references", { defaultValue: [] }),
  ],
});
const pause = field("pause", "group", {
  label: "Pause",
  required: true,
  fields: [field("minutes", "number")],
});

/** Groups in groups, blocks, and lists. */
export const nestedFields: FieldDescription[] = [
  field("title", "text", { required: true }),
  field("venue", "group", { required: true, fields: [field("name", "text", { required: true }), geo] }),
  field("program", "blocks", { blocks: [talk, pause], defaultValue: [] }),
  field("links", "list", { item: field("", "url", { label: "", required: true }), defaultValue: [] }),
  field("steps", "list", { item: { ...talk, name: "" }, defaultValue: [] }),
  field("data", "json"),
  field("open", "boolean", { defaultValue: true }),
  field("featured", "boolean", { defaultValue: false }),
];

export function nested(name: string): FieldDescription {
  const found = nestedFields.find((one) => one.name === name);
  if (!found) throw new Error(`There is no field ${name}.`);
  return found;
}
