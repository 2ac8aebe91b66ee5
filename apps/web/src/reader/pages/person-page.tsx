import type { Person } from "../data/entries.ts";
import { lastPublished } from "../data/last-published.ts";
import { pageAfter } from "../data/page-after.ts";
import type { Site } from "../data/site.ts";
import { rowRead } from "../data/story.ts";
import { excerpt } from "../format/excerpt.ts";
import { formatDate } from "../format/format-date.ts";
import { personData } from "../head/person-data.ts";
import { storiesOnPage } from "../lists/stories-on-page.ts";
import { StoryRows } from "../lists/story-rows.tsx";
import type { PageView } from "../page/page-view.ts";
import { pagedAddress } from "../page/paged-address.ts";
import { Paging } from "../page/paging.tsx";
import { Picture } from "../page/picture.tsx";
import { Prose } from "../page/prose.tsx";
import { RestOfStyles } from "../page/rest-of-styles.tsx";
import { wording } from "../wording.ts";

/** A person and what they wrote. `null` where the cursor leads nowhere. */
export async function personPage(
  site: Site,
  person: Person,
  path: string,
  after: string | undefined,
): Promise<PageView | null> {
  const { press, info } = site;
  const page = await pageAfter(after, (cursor) =>
    press.content.article.list({
      where: { author: person.id },
      cursor,
      limit: storiesOnPage,
      // Whose articles they are need not be said again.
      select: rowRead.select,
    }),
  );
  if (!page) return null;
  return {
    status: 200,
    address: pagedAddress(path, after),
    title: person.name,
    description: excerpt(person.bio?.text ?? person.role ?? "", 160),
    indexed: after === undefined,
    kind: "profile",
    firstScreen: "person",
    image: person.portrait,
    jsonLd: [
      {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        url: site.absolute(path),
        mainEntity: personData(site, person),
      },
    ],
    lastModified: lastPublished([person, ...page.items]),
    main: (
      <div className="listing">
        <header className={person.portrait ? "listing-head person-head" : "listing-head"}>
          {person.portrait ? (
            <div className="person-portrait">
              <Picture image={person.portrait} sizes="(min-width: 44rem) 15rem, 40vw" lead />
            </div>
          ) : null}
          <div>
            <h1>{person.name}</h1>
            {person.role || person.since ? (
              <p className="byline">
                {person.role ? <span>{person.role}</span> : null}
                {person.since ? (
                  <span>{wording.with(formatDate(new Date(person.since), info.locale))}</span>
                ) : null}
              </p>
            ) : null}
            {person.bio && after === undefined ? (
              <Prose html={person.bio.html} className="person-bio" />
            ) : null}
          </div>
        </header>
        <RestOfStyles assets={site.assets} />
        {page.items.length > 0 ? (
          <section aria-labelledby="articles">
            <h2 className="section-title" id="articles">
              {wording.articlesBy(person.name)}
            </h2>
            <StoryRows stories={page.items} locale={info.locale} level={3} />
          </section>
        ) : null}
        <Paging path={path} isFirst={after === undefined} nextCursor={page.nextCursor} />
      </div>
    ),
  };
}
