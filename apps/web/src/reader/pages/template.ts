import type { Press } from "@letterpress/client";
import type { Site } from "../data/site.ts";
import type { PageView } from "../page/page-view.ts";

/** An entry with the page that its template makes of it. */
export interface FoundPage {
  /** Its one right address; `null` where its type has no pages. */
  path: string | null;
  /** Makes its page. `null` where `after` is no page of the list on it. */
  show(path: string, after: string | undefined): PageView | null | Promise<PageView | null>;
}

/** Reads the entry with this slug. Throws as `content.<type>.get` does. */
export type Template = (site: Site, slug: string) => Promise<FoundPage>;

/** How entries of a type are read, in one call and with all that the page shows of them, and how they are shown. */
export function template<Entry extends { path: string | null }>(
  read: (press: Press, slug: string) => Promise<Entry>,
  show: (site: Site, entry: Entry, path: string, after: string | undefined) => ReturnType<FoundPage["show"]>,
): Template {
  return async (site, slug) => {
    const entry = await read(site.press, slug);
    return { path: entry.path, show: (path, after) => show(site, entry, path, after) };
  };
}
