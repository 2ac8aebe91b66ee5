import { anyEntryPage } from "../any-entry/any-entry-page.tsx";
import { articlePage } from "../article/article-page.tsx";
import type { AnyEntry, Article, PageEntry, Person, Tag } from "../data/entries.ts";
import type { Site } from "../data/site.ts";
import type { PageView } from "../page/page-view.ts";
import { pagePage } from "./page-page.tsx";
import { personPage } from "./person-page.tsx";
import { tagPage } from "./tag-page.tsx";

/** The page of an entry, by its type's template. `null` where `after` is no page of its list. */
export async function entryPage(
  site: Site,
  entry: AnyEntry,
  path: string,
  after: string | undefined,
): Promise<PageView | null> {
  // The type's name says which fields there are: the procedure that answered it checked them.
  switch (entry.type) {
    case "article":
      return articlePage(site, entry as unknown as Article, path);
    case "page":
      return pagePage(site, entry as unknown as PageEntry, path);
    case "person":
      return personPage(site, entry as unknown as Person, path, after);
    case "tag":
      return tagPage(site, entry as unknown as Tag, path, after);
    default:
      return anyEntryPage(site, entry, path);
  }
}
