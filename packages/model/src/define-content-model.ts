import type { ContentType } from "./content-type.ts";
import type { FieldMap } from "./field.ts";
import { ModelError } from "./model-error.ts";

type ByName<Types extends readonly ContentType[]> = {
  readonly [T in Types[number] as T["name"]]: T;
};

/** First parts of addresses that the server keeps for itself, so that no page can hide them. */
export const serverPaths: ReadonlySet<string> = new Set([
  "studio",
  "preview",
  "trpc",
  "media",
  "assets",
  "search",
  "uploads",
  "healthz",
  "readyz",
  "metrics",
]);

/**
 * Puts the content types of a publication together and checks what can only be seen across them.
 * Throws {@link ModelError} with the place of the mistake.
 */
export function defineContentModel<const Types extends readonly ContentType[]>(types: Types): ByName<Types> {
  const byName = new Map<string, ContentType>();
  const byPath = new Map<string, ContentType>();
  for (const type of types) {
    if (byName.has(type.name)) throw new ModelError(type.name, "two types have this name: rename one");
    byName.set(type.name, type);
    if (type.path === null) continue;
    const other = byPath.get(type.path);
    if (other)
      throw new ModelError(
        `${type.name}.path`,
        `${type.path} is the path of "${other.name}" already: choose another`,
      );
    const first = type.path.split("/")[1] ?? "";
    if (serverPaths.has(first))
      throw new ModelError(`${type.name}.path`, `/${first} belongs to the server: choose another path`);
    byPath.set(type.path, type);
  }
  for (const type of types)
    for (const [place, to] of targetsOf(`${type.name}.fields`, type.fields))
      if (!byName.has(to))
        throw new ModelError(place, `it refers to "${to}", which is no content type of this list`);
  return Object.fromEntries(byName) as ByName<Types>;
}

/** The types that fields refer to, at any depth, with their places. */
function targetsOf(place: string, fields: FieldMap): [place: string, to: string][] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const inner = `${place}.${name}`;
    return [
      ...(field.settings.to === undefined ? [] : [[inner, field.settings.to] as [string, string]]),
      ...(field.item ? targetsOf(inner, { item: field.item }) : []),
      ...targetsOf(inner, field.fields ?? {}),
      ...targetsOf(inner, field.blocks ?? {}),
    ];
  });
}

/**
 * Slugs that an entry must not have because its page would stand at an address in use: the server's own paths, and
 * the first part of other types' paths.
 */
export function reservedSlugs(model: Readonly<Record<string, ContentType>>, type: ContentType): Set<string> {
  if (type.path !== "/:slug") return new Set();
  const taken = Object.values(model).map((other) => other.path?.split("/")[1] ?? "");
  return new Set([...serverPaths, ...taken.filter((part) => part !== "" && part !== ":slug")]);
}
