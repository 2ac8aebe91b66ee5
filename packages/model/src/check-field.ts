import { checkName, checkPlainObject } from "./check-name.ts";
import { checkSettings } from "./check-settings.ts";
import type { Field, FieldMap } from "./field.ts";
import { ModelError } from "./model-error.ts";

/** Checks a field and what it holds. Throws {@link ModelError} with the place of the mistake. */
export function checkField(place: string, name: string, field: Field): void {
  checkName(place, "field", name);
  checkSettings(place, field);
  if (field.item) checkItem(`${place}.item`, field.item);
  if (field.fields) checkInner(place, field.fields, "a group");
  if (field.blocks) checkBlocks(place, field.blocks);
  // Last: a default that does not fit what is wrong itself would hide the mistake.
  checkDefault(place, field);
}

function checkItem(place: string, item: Field) {
  if (item.presence === "optional")
    throw new ModelError(place, "an item is there or not: it cannot be optional");
  if (item.kind === "slug") throw new ModelError(place, "an item has no address, so no slug: use text()");
  checkField(place, "item", item);
}

function checkInner(place: string, fields: FieldMap, holder: string) {
  checkPlainObject(place, fields);
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === "slug")
      throw new ModelError(`${place}.${name}`, `${holder} has no address, so no slug: use text()`);
    checkField(`${place}.${name}`, name, field);
  }
}

function checkBlocks(place: string, blocks: FieldMap) {
  checkPlainObject(place, blocks);
  if (Object.keys(blocks).length === 0) throw new ModelError(place, "it has no blocks: name a group");
  for (const [name, group] of Object.entries(blocks)) {
    const inner = `${place}.${name}`;
    checkName(inner, "block", name);
    if (group.kind !== "group") throw new ModelError(inner, "a block is a group({ … })");
    if (group.presence !== "required")
      throw new ModelError(inner, "a block is there or not: it cannot be optional or have a default");
    if (Object.hasOwn(group.fields ?? {}, "type"))
      throw new ModelError(`${inner}.type`, 'a block has a "type" already: rename it');
    checkInner(inner, group.fields ?? {}, "a block");
  }
}

function checkDefault(place: string, { kind, defaultValue, input, settings: { min } }: Field) {
  if (defaultValue === undefined) return;
  const result = input.safeParse(defaultValue);
  if (!result.success) {
    const { issues } = result.error as { issues: { message: string; path: PropertyKey[] }[] };
    const [issue] = issues;
    const at = issue && issue.path.length > 0 ? ` at ${issue.path.map(String).join(".")}` : "";
    throw new ModelError(
      place,
      `its default does not fit${at}: ${issue?.message.replace(/\.$/, "") ?? "change it"}`,
    );
  }
  // None is what every list starts with; fewer than publishing asks for would never be published.
  const count = Array.isArray(defaultValue) && kind !== "json" && kind !== "custom" ? defaultValue.length : 0;
  if (min !== undefined && count > 0 && count < min)
    throw new ModelError(place, `its default has ${count}, fewer than its min (${min})`);
}
