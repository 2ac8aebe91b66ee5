import { hasField } from "../data/has-template.ts";
import { lastPublished } from "../data/last-published.ts";
import type { Site } from "../data/site.ts";
import { type Story, storyRead } from "../data/story.ts";
import { websiteData } from "../head/website-data.ts";
import { LeadStory } from "../lists/lead-story.tsx";
import { StoryCard } from "../lists/story-card.tsx";
import { StoryRows } from "../lists/story-rows.tsx";
import type { PageView } from "../page/page-view.ts";
import { Paging } from "../page/paging.tsx";
import { RestOfStyles } from "../page/rest-of-styles.tsx";
import { wording } from "../wording.ts";

/** A lead, a row of three, and nine below. */
const storiesOnFront = 13;

/** `/`: the newest articles. A featured one leads; else the newest of all. */
export async function frontPage(site: Site): Promise<PageView> {
  const { press, info } = site;
  const [featured, newest] = await Promise.all([
    hasField(site, "article", "featured", "boolean")
      ? press.content.article.list({ where: { featured: true }, limit: 1, ...storyRead })
      : { items: [] },
    press.content.article.list({ limit: storiesOnFront, ...storyRead }),
  ]);
  const lead = featured.items[0] ?? newest.items[0];
  const rest = newest.items.filter(({ id }) => id !== lead?.id);
  return {
    status: 200,
    address: "/",
    title: info.name,
    description: info.tagline,
    indexed: true,
    kind: "website",
    firstScreen: "front",
    image: lead?.cover,
    jsonLd: [websiteData(site)],
    lastModified: lastPublished([lead, ...rest]),
    main: <Front site={site} lead={lead} rest={rest} nextCursor={newest.nextCursor} />,
  };
}

interface FrontProps {
  site: Site;
  lead: Story | undefined;
  rest: Story[];
  nextCursor: string | null;
}

function Front({ site, lead, rest, nextCursor }: FrontProps) {
  const { locale } = site.info;
  if (!lead)
    return (
      <>
        <p className="empty">{wording.nothingYet}</p>
        <RestOfStyles assets={site.assets} />
      </>
    );
  // Fewer than three would leave a hole in the row.
  const cards = rest.length >= 3 ? rest.slice(0, 3) : [];
  const rows = rest.slice(cards.length);
  return (
    <div className="front">
      <LeadStory story={lead} locale={locale} />
      <RestOfStyles assets={site.assets} />
      {cards.length > 0 ? (
        <div className="cards">
          {cards.map((story) => (
            <StoryCard key={story.id} story={story} locale={locale} level={2} />
          ))}
        </div>
      ) : null}
      {rows.length > 0 ? (
        <section className="earlier" aria-labelledby="earlier">
          <h2 className="section-title" id="earlier">
            {wording.earlier}
          </h2>
          <StoryRows stories={rows} locale={locale} level={3} />
        </section>
      ) : null}
      <Paging path="/" isFirst nextCursor={nextCursor} />
    </div>
  );
}
