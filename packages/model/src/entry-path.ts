import type { ContentType } from "./content-type.ts";

/** The address of an entry's page on the reader site; `null` where its type has no pages. */
export function entryPath(type: ContentType, slug: string): string | null {
  return type.path === null ? null : type.path.replace(":slug", encodeURIComponent(slug));
}
