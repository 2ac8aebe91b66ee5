import { lastPublished } from "../data/last-published.ts";
import { pageAfter } from "../data/page-after.ts";
import type { Site } from "../data/site.ts";
import { rowRead } from "../data/story.ts";
import { storiesOnPage } from "../lists/stories-on-page.ts";
import { StoryRows } from "../lists/story-rows.tsx";
import type { PageView } from "../page/page-view.ts";
import { pagedAddress } from "../page/paged-address.ts";
import { Paging } from "../page/paging.tsx";
import { wording } from "../wording.ts";

/** `/?after=…`: what the front page has no room for. `null` where the cursor leads nowhere. */
export async function olderFrontPage(site: Site, after: string): Promise<PageView | null> {
  const { press, info } = site;
  const page = await pageAfter(after, (cursor) =>
    press.content.article.list({ cursor, limit: storiesOnPage, ...rowRead }),
  );
  if (!page) return null;
  return {
    status: 200,
    address: pagedAddress("/", after),
    title: wording.earlierArticles,
    description: info.tagline,
    indexed: false,
    kind: "website",
    firstScreen: "listing",
    jsonLd: [],
    lastModified: lastPublished(page.items),
    main: (
      <div className="listing">
        <header className="listing-head">
          <h1>{wording.earlierArticles}</h1>
        </header>
        <StoryRows stories={page.items} locale={info.locale} level={2} opening={site.assets} />
        <Paging path="/" isFirst={false} nextCursor={page.nextCursor} />
      </div>
    ),
  };
}
