import type { PageEntry } from "../data/entries.ts";
import type { Site } from "../data/site.ts";
import { excerpt } from "../format/excerpt.ts";
import { titleOf } from "../format/title-of.ts";
import { breadcrumbs } from "../head/breadcrumbs.ts";
import { Cover } from "../page/cover.tsx";
import { OpeningProse } from "../page/opening-prose.tsx";
import type { PageView } from "../page/page-view.ts";

/** A page that stands by itself, such as the colophon. */
export function pagePage(site: Site, page: PageEntry, path: string): PageView {
  const title = titleOf(page);
  return {
    status: 200,
    address: path,
    title,
    description: excerpt(page.standfirst ?? page.body.text, 200),
    indexed: true,
    kind: "website",
    firstScreen: "article",
    image: page.cover,
    jsonLd: [breadcrumbs(site, [{ name: title, path }])],
    lastModified: page.updatedAt,
    main: (
      <article className="article article-plain">
        <header className="article-head">
          <h1>{title}</h1>
          {page.standfirst ? <p className="standfirst">{page.standfirst}</p> : null}
        </header>
        <Cover image={page.cover} />
        <div className="article-body">
          <OpeningProse html={page.body.html} assets={site.assets} />
        </div>
      </article>
    ),
  };
}
