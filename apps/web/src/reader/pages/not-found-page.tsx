import { hasArticles } from "../data/has-template.ts";
import type { Site } from "../data/site.ts";
import { rowRead } from "../data/story.ts";
import { StoryRows } from "../lists/story-rows.tsx";
import type { PageView } from "../page/page-view.ts";
import { RestOfStyles } from "../page/rest-of-styles.tsx";
import { wording } from "../wording.ts";

/** Says the same of every address, so that its bytes can be kept. */
export async function notFoundPage(site: Site): Promise<PageView> {
  const { press, info } = site;
  const stories = hasArticles(site) ? (await press.content.article.list({ limit: 3, ...rowRead })).items : [];
  return {
    status: 404,
    address: null,
    title: wording.notFound,
    description: "",
    indexed: false,
    kind: "website",
    firstScreen: "not-found",
    jsonLd: [],
    main: (
      <div className="listing">
        <header className="listing-head not-found">
          {/* A letter that was missing was set as another one, upside down: its feet print as two bars. */}
          <p className="not-found-sorts" aria-hidden="true">
            <span>4</span>
            <span className="turned-sort" />
            <span>4</span>
          </p>
          <h1>{wording.outOfSorts}</h1>
          <p className="standfirst">{wording.outOfSortsMeaning}</p>
          <p className="not-found-ways">
            <a href="/">{wording.frontPage}</a>
          </p>
        </header>
        <RestOfStyles assets={site.assets} />
        {stories.length > 0 ? (
          <section aria-labelledby="instead">
            <h2 className="section-title" id="instead">
              {wording.insteadRead}
            </h2>
            <StoryRows stories={stories} locale={info.locale} level={3} />
          </section>
        ) : null}
      </div>
    ),
  };
}
