import type { Tag } from "../data/entries.ts";
import { lastPublished } from "../data/last-published.ts";
import { listStories } from "../data/list-stories.ts";
import type { Site } from "../data/site.ts";
import { breadcrumbs } from "../head/breadcrumbs.ts";
import { storiesOnPage } from "../lists/stories-on-page.ts";
import { StoryRows } from "../lists/story-rows.tsx";
import type { PageView } from "../page/page-view.ts";
import { pagedAddress } from "../page/paged-address.ts";
import { Paging } from "../page/paging.tsx";
import { wording } from "../wording.ts";

/** A tag and its articles. `null` where the cursor leads nowhere. */
export async function tagPage(
  site: Site,
  tag: Tag,
  path: string,
  after: string | undefined,
): Promise<PageView | null> {
  const { press, info } = site;
  const page = await listStories(press, { where: { tags: tag.id }, cursor: after, limit: storiesOnPage });
  if (!page || (after !== undefined && page.stories.length === 0)) return null;
  return {
    status: 200,
    address: pagedAddress(path, after),
    title: tag.name,
    description: tag.description ?? "",
    indexed: after === undefined,
    kind: "website",
    image: page.stories[0]?.article.cover,
    jsonLd: [breadcrumbs(site, [{ name: tag.name, path }])],
    lastModified: lastPublished([tag, ...page.stories.map(({ article }) => article)]),
    main: (
      <div className="listing">
        <header className="listing-head">
          <h1>{tag.name}</h1>
          {tag.description ? <p className="standfirst">{tag.description}</p> : null}
        </header>
        {page.stories.length > 0 ? (
          <StoryRows stories={page.stories} locale={info.locale} level={2} />
        ) : (
          <p className="empty">{wording.nothingHere}</p>
        )}
        <Paging path={path} isFirst={after === undefined} nextCursor={page.nextCursor} />
      </div>
    ),
  };
}
