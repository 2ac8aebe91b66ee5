import { lastPublished } from "../data/last-published.ts";
import { listStories } from "../data/list-stories.ts";
import type { Site } from "../data/site.ts";
import { storiesOnPage } from "../lists/stories-on-page.ts";
import { StoryRows } from "../lists/story-rows.tsx";
import type { PageView } from "../page/page-view.ts";
import { pagedAddress } from "../page/paged-address.ts";
import { Paging } from "../page/paging.tsx";
import { wording } from "../wording.ts";

/** `/?after=…`: what the front page has no room for. `null` where the cursor leads nowhere. */
export async function olderFrontPage(site: Site, after: string): Promise<PageView | null> {
  const { press, info } = site;
  const page = await listStories(press, { cursor: after, limit: storiesOnPage });
  if (!page || page.stories.length === 0) return null;
  return {
    status: 200,
    address: pagedAddress("/", after),
    title: wording.earlierArticles,
    description: info.tagline,
    indexed: false,
    kind: "website",
    jsonLd: [],
    lastModified: lastPublished(page.stories.map(({ article }) => article)),
    main: (
      <div className="listing">
        <header className="listing-head">
          <h1>{wording.earlierArticles}</h1>
        </header>
        <StoryRows stories={page.stories} locale={info.locale} level={2} />
        <Paging path="/" isFirst={false} nextCursor={page.nextCursor} />
      </div>
    ),
  };
}
