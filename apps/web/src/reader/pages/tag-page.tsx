import type { Tag } from "../data/entries.ts";
import { lastPublished } from "../data/last-published.ts";
import { pageAfter } from "../data/page-after.ts";
import type { Site } from "../data/site.ts";
import { rowRead } from "../data/story.ts";
import { breadcrumbs } from "../head/breadcrumbs.ts";
import { storiesOnPage } from "../lists/stories-on-page.ts";
import { StoryRows } from "../lists/story-rows.tsx";
import type { PageView } from "../page/page-view.ts";
import { pagedAddress } from "../page/paged-address.ts";
import { Paging } from "../page/paging.tsx";
import { RestOfStyles } from "../page/rest-of-styles.tsx";
import { wording } from "../wording.ts";

/** A tag and its articles. `null` where the cursor leads nowhere. */
export async function tagPage(
  site: Site,
  tag: Tag,
  path: string,
  after: string | undefined,
): Promise<PageView | null> {
  const { press, info } = site;
  const page = await pageAfter(after, (cursor) =>
    press.content.article.list({ where: { tags: tag.id }, cursor, limit: storiesOnPage, ...rowRead }),
  );
  if (!page) return null;
  return {
    status: 200,
    address: pagedAddress(path, after),
    title: tag.name,
    description: tag.description ?? "",
    indexed: after === undefined,
    kind: "website",
    firstScreen: "listing",
    image: page.items[0]?.cover,
    jsonLd: [breadcrumbs(site, [{ name: tag.name, path }])],
    lastModified: lastPublished([tag, ...page.items]),
    main: (
      <div className="listing">
        <header className="listing-head">
          <h1>{tag.name}</h1>
          {tag.description ? <p className="standfirst">{tag.description}</p> : null}
        </header>
        {page.items.length > 0 ? (
          <StoryRows stories={page.items} locale={info.locale} level={2} opening={site.assets} />
        ) : (
          <>
            <p className="empty">{wording.nothingHere}</p>
            <RestOfStyles assets={site.assets} />
          </>
        )}
        <Paging path={path} isFirst={after === undefined} nextCursor={page.nextCursor} />
      </div>
    ),
  };
}
