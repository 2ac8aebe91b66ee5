import type { ContentType } from "./content-type.ts";
import { ModelError } from "./model-error.ts";

type ByName<Types extends readonly ContentType[]> = {
  readonly [T in Types[number] as T["name"]]: T;
};

/** First parts of addresses that the server keeps for itself, so that no page can hide them. */
const serverPaths = new Set([
  "studio",
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
    if (byName.has(type.name)) throw new ModelError(type.name, "two types have this name");
    byName.set(type.name, type);
    if (type.path === null) continue;
    const other = byPath.get(type.path);
    if (other)
      throw new ModelError(`${type.name}.path`, `${type.path} is the path of "${other.name}" already`);
    const first = type.path.split("/")[1] ?? "";
    if (serverPaths.has(first)) throw new ModelError(`${type.name}.path`, `/${first} belongs to the server`);
    byPath.set(type.path, type);
  }
  for (const type of types)
    for (const [name, field] of Object.entries(type.fields)) {
      const to = field.settings.to;
      if (to !== undefined && !byName.has(to))
        throw new ModelError(`${type.name}.fields.${name}`, `it refers to "${to}", which is no content type`);
    }
  return Object.fromEntries(byName) as ByName<Types>;
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
