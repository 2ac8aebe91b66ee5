import type { Press } from "@letterpress/client";
import { Feed, type Item } from "feed";
import { lastPublished } from "../data/last-published.ts";
import type { Site } from "../data/site.ts";
import { excerpt } from "../format/excerpt.ts";
import { titleOf } from "../format/title-of.ts";
import { shareImage } from "../head/share-image.ts";
import { feeds } from "./feed-addresses.ts";
import { feedHtml } from "./feed-html.ts";
import { escapeXml, xmlText } from "./xml-text.ts";

type FeedName = (typeof feeds)[number]["name"];

/** Articles in a feed. */
const count = 20;

interface BuiltFeed {
  body: string;
  lastModified: Date | undefined;
}

type FeedArticle = Awaited<ReturnType<typeof listInFull>>[number];

/** The newest articles in full, for feed readers. */
export async function buildFeed(site: Site, name: FeedName): Promise<BuiltFeed> {
  const { press, info } = site;
  const articles = await listInFull(press);
  const feedLinks = Object.fromEntries(feeds.map(({ key, address }) => [key, site.absolute(address)]));
  const lastModified = lastPublished(articles);
  const feed = new Feed({
    id: site.absolute("/"),
    link: site.absolute("/"),
    title: xmlText(info.name),
    description: xmlText(info.tagline),
    language: info.locale,
    // Of an empty publication nothing was updated, ever.
    updated: lastModified ?? new Date(0),
    generator: "Letterpress",
    author: { name: xmlText(info.name), link: site.absolute("/") },
    feedLinks,
  });
  for (const article of articles) feed.addItem(feedItem(site, name, article));
  const body = name === "RSS" ? feed.rss2() : name === "Atom" ? feed.atom1() : feed.json1();
  return { body, lastModified };
}

async function listInFull({ content }: Press) {
  const { items } = await content.article.list({
    limit: count,
    include: {
      author: { select: { name: true, path: true } },
      tags: { select: { name: true, slug: true } },
    },
  });
  return items;
}

function feedItem(site: Site, name: FeedName, article: FeedArticle): Item {
  const url = site.absolute(article.path ?? "/");
  const title = xmlText(titleOf(article));
  const summary = xmlText(excerpt(article.standfirst ?? article.body.text, 320));
  return {
    // A changed slug must not make it a new article.
    id: `urn:uuid:${article.id}`,
    link: url,
    // The library puts these into CDATA: HTML in Atom, text that must not end the section in RSS.
    title: name === "Atom" ? escapeXml(title) : title.replaceAll("]]>", "]] >"),
    description: name === "JSON Feed" ? summary : escapeXml(summary),
    content: xmlText(coverHtml(site, article) + feedHtml(article.body.html, url)),
    date: article.updatedAt,
    published: article.publishedAt,
    // Attributes in Atom, of which the library escapes the ampersands only.
    category: article.tags.map((tag) => ({ name: tag.name.replace(/[<>]/g, ""), term: tag.slug })),
    ...authorOf(site, name, article),
  };
}

/** RSS wants an email address where others have a name; Dublin Core's element takes names. */
function authorOf(site: Site, name: FeedName, { author }: FeedArticle): Partial<Item> {
  if (!author) return {};
  const text = xmlText(author.name);
  if (name === "RSS") return { extensions: [{ name: "dc:creator", objects: { _text: text } }] };
  return { author: [{ name: text, ...(author.path === null ? {} : { link: site.absolute(author.path) }) }] };
}

function coverHtml(site: Site, { cover }: FeedArticle): string {
  if (!cover) return "";
  const { url, width, height, alt } = shareImage(cover);
  const attributes = `src="${escapeXml(site.absolute(url))}" width="${width}" height="${height}"`;
  return `<p><img ${attributes} alt="${escapeXml(alt).replaceAll('"', "&quot;")}"></p>\n`;
}
