import type { ContentType } from "@letterpress/model/content-type";
import { zodOf } from "@letterpress/model/zod-of";
import type { ExampleEntry } from "./example-entries.ts";

/**
 * What of an example entry the type has fields for, as these store it; `null` when not even its title. The type may be
 * any that somebody has given the example's name. `idOf` finds the entries that were made already.
 */
export function fittingValues(
  type: ContentType,
  { values, references = {} }: ExampleEntry,
  idOf: (type: string, key: string) => string | undefined,
): Record<string, unknown> | null {
  const found = Object.entries(references).flatMap(([name, { type: target, keys, isList }]) => {
    if (type.fields[name]?.settings.to !== target) return [];
    const ids = keys.map((key) => idOf(target, key)).filter((id) => id !== undefined);
    return [[name, isList ? ids : ids[0]] as const];
  });
  const fitting = [...Object.entries(values), ...found].flatMap(([name, value]) => {
    const field = type.fields[name];
    if (!field || value === undefined) return [];
    const checked = zodOf<unknown>(field.input).safeParse(value);
    return checked.success ? [[name, checked.data] as const] : [];
  });
  const fields = Object.fromEntries(fitting);
  return type.titleField in fields ? fields : null;
}
