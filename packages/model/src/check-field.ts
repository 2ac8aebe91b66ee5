import type { Field } from "./field.ts";
import { ModelError } from "./model-error.ts";

/** Checks a field and what it holds. Throws {@link ModelError} with the place of the mistake. */
export function checkField(place: string, name: string, field: Field): void {
  checkName(place, name);
  checkSettings(place, field);
  checkDefault(place, field);
  if (field.item) checkItem(`${place}.item`, field.item);
  if (field.fields) checkInner(place, field.fields, "a group");
  if (field.blocks) {
    if (Object.keys(field.blocks).length === 0) throw new ModelError(place, "it has no blocks: name a group");
    for (const [block, group] of Object.entries(field.blocks)) {
      const inner = `${place}.${block}`;
      checkName(inner, block);
      if (group.kind !== "group") throw new ModelError(inner, "a block is a group({ … })");
      if (group.fields?.type)
        throw new ModelError(`${inner}.type`, 'a block has a "type" already: rename it');
      checkInner(inner, group.fields ?? {}, "a block");
    }
  }
}

function checkName(place: string, name: string) {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
    throw new ModelError(place, "a field's name starts with a small letter, then letters and digits");
  // What every object has already cannot be told from a value that was given.
  if (name === "constructor" || name === "prototype" || name in Object.prototype)
    throw new ModelError(place, `"${name}" has a meaning in JavaScript: choose another name`);
}

function checkInner(place: string, fields: Readonly<Record<string, Field>>, holder: string) {
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === "slug")
      throw new ModelError(`${place}.${name}`, `${holder} has no address, so no slug`);
    checkField(`${place}.${name}`, name, field);
  }
}

function checkItem(place: string, item: Field) {
  if (item.presence === "optional")
    throw new ModelError(place, "an item is there or not: it cannot be optional");
  if (item.kind === "slug") throw new ModelError(place, "an item has no address, so no slug");
  checkField(place, "item", item);
}

function checkSettings(place: string, { settings: { min, max, options } }: Field) {
  if (min !== undefined && max !== undefined && min > max)
    throw new ModelError(place, `its min (${min}) is above its max (${max})`);
  if (options && new Set(options).size !== options.length)
    throw new ModelError(place, "it names one of its options twice");
  if (options?.includes("")) throw new ModelError(place, "an option cannot be empty");
}

function checkDefault(place: string, { defaultValue, input }: Field) {
  if (defaultValue === undefined) return;
  const result = input.safeParse(defaultValue);
  if (result.success) return;
  const { issues } = result.error as { issues: { message: string }[] };
  throw new ModelError(
    place,
    `its default does not fit: ${issues[0]?.message.replace(/\.$/, "") ?? "not valid"}`,
  );
}
