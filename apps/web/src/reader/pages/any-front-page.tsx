import { anyTitle } from "../any-entry/any-title.ts";
import { contentCalls } from "../data/content-calls.ts";
import type { AnyEntry } from "../data/entries.ts";
import { lastPublished } from "../data/last-published.ts";
import type { Site } from "../data/site.ts";
import { formatDate } from "../format/format-date.ts";
import { websiteData } from "../head/website-data.ts";
import { EntryLink } from "../page/entry-link.tsx";
import type { PageView } from "../page/page-view.ts";
import { RestOfStyles } from "../page/rest-of-styles.tsx";
import { wording } from "../wording.ts";

/** Entries of each type on the front page. */
const entriesOfType = 10;

/** `/` of a publication without articles: the newest entries of each type that has pages. */
export async function anyFrontPage(site: Site): Promise<PageView> {
  const { info } = site;
  const lists = await Promise.all(
    info.pages.map(async ({ type, pluralLabel }) => ({
      type,
      label: pluralLabel,
      entries: (await contentCalls(site.press, type).list({ limit: entriesOfType })).items,
    })),
  );
  const shown = lists.filter(({ entries }) => entries.length > 0);
  return {
    status: 200,
    address: "/",
    title: info.name,
    description: info.tagline,
    indexed: true,
    kind: "website",
    firstScreen: "front",
    jsonLd: [websiteData(site)],
    lastModified: lastPublished(shown.flatMap(({ entries }) => entries)),
    main: (
      <div className="listing">
        <RestOfStyles assets={site.assets} />
        {shown.length === 0 ? <p className="empty">{wording.nothingYet}</p> : null}
        {shown.map(({ type, label, entries }) => (
          <section key={type} aria-labelledby={`newest-${type}`}>
            <h2 className="section-title" id={`newest-${type}`}>
              {label}
            </h2>
            <ul className="entry-rows">
              {entries.map((entry) => (
                <EntryRow key={entry.id} site={site} entry={entry} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    ),
  };
}

function EntryRow({ site, entry }: { site: Site; entry: AnyEntry }) {
  const { info } = site;
  return (
    <li>
      <EntryLink path={entry.path}>{anyTitle(entry, info.pages)}</EntryLink>
      <time dateTime={entry.publishedAt.toISOString()}>{formatDate(entry.publishedAt, info.locale)}</time>
    </li>
  );
}
