import type { ContentType } from "@letterpress/model/content-type";
import type { ReadInput } from "./read-schema.ts";

/** The fields that the database has to give for a request; `undefined` for all of them. */
export function namesToRead(type: ContentType, { select, include }: ReadInput): string[] | undefined {
  if (!select) return undefined;
  const names = new Set([...chosen(select), ...Object.keys(include ?? {})]);
  return [...names].filter((name) => name !== "slug" && Object.hasOwn(type.fields, name));
}

/** The names that a `select` says yes to. */
export function chosen(select: Record<string, true | undefined>): string[] {
  return Object.entries(select).flatMap(([name, isChosen]) => (isChosen ? [name] : []));
}
