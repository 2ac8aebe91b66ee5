import { getSlug } from "@letterpress/db/published/get-slug";
import type { Reads } from "@letterpress/db/reads";
import type { ContentModel, ContentType } from "@letterpress/model/content-type";
import { serverPaths } from "@letterpress/model/define-content-model";
import { mainLocale } from "../model/main-locale.ts";

/** What the reader site answers itself, beside the pages of entries. */
const ownPaths = new Set([
  "/",
  "/feed.xml",
  "/atom.xml",
  "/feed.json",
  "/sitemap.xml",
  "/robots.txt",
  "/client.tgz",
]);

/** Whether an address belongs to the server, whatever is published. */
export function isServerPath(path: string): boolean {
  const small = path.toLowerCase();
  return ownPaths.has(small) || serverPaths.has(small.split("/")[1] ?? "");
}

/** The path of an entry's page, decoded; `null` where its type has no pages. */
export function pagePath(type: ContentType, slug: string): string | null {
  return type.path === null ? null : type.path.replace(":slug", slug);
}

/**
 * The path of the page that readers get at a decoded path, in one statement: that very path, or where the entry moved
 * that once was there. `null` where there is none.
 */
export async function pageAt(reads: Reads, model: ContentModel, path: string): Promise<string | null> {
  const address = entryAddress(model, path);
  if (!address) return null;
  const { type } = address;
  const slug = await getSlug(reads, { type: type.name, locale: mainLocale }, address.slug);
  return slug && pagePath(type, slug);
}

/** Whose page a decoded path is, going by its shape; `null` where entries have no such addresses. */
export function entryAddress(model: ContentModel, path: string): { type: ContentType; slug: string } | null {
  // The reader site takes capitals for small letters.
  const segments = path.toLowerCase().split("/");
  const slug = segments.at(-1) ?? "";
  const shape = [...segments.slice(0, -1), ":slug"].join("/");
  const type = Object.values(model).find((one) => one.path === shape);
  return type && slug !== "" ? { type, slug } : null;
}
