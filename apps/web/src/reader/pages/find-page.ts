import type { Press } from "@letterpress/client";
import { anyEntryPage } from "../any-entry/any-entry-page.tsx";
import { articlePage } from "../article/article-page.tsx";
import { readArticle } from "../article/read-article.ts";
import { contentCalls } from "../data/content-calls.ts";
import { hasArticles, hasTemplate } from "../data/has-template.ts";
import { isMissing } from "../data/is-missing.ts";
import type { Site } from "../data/site.ts";
import { pagePage } from "./page-page.tsx";
import { personPage } from "./person-page.tsx";
import { tagPage } from "./tag-page.tsx";
import { type FoundPage, type Template, template } from "./template.ts";

const templates = new Map<string, Template>([
  ["article", template(readArticle, articlePage)],
  ["page", template(readPage, pagePage)],
  ["person", template(readPerson, personPage)],
  ["tag", template(readTag, tagPage)],
]);

/** Their templates show authors and tags, or lists of articles. */
const ofArticles = new Set(["article", "person", "tag"]);

/** The page of the published entry with this slug, by its type's template, or `null` where there is none. */
export async function findPage(site: Site, type: string, slug: string): Promise<FoundPage | null> {
  const fits = ofArticles.has(type) ? hasArticles(site) : hasTemplate(site, type);
  const find = (fits ? templates.get(type) : undefined) ?? anyTemplate(type);
  try {
    return await find(site, slug);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function readPage({ content }: Press, slug: string) {
  return content.page.get({ slug });
}

function readPerson({ content }: Press, slug: string) {
  return content.person.get({ slug });
}

function readTag({ content }: Press, slug: string) {
  return content.tag.get({ slug });
}

function anyTemplate(type: string): Template {
  return template((press, slug) => contentCalls(press, type).get({ slug }), anyEntryPage);
}
