import type { PublicationInfo } from "@letterpress/client";
import type { Site } from "./site.ts";

/** The fields that templates and lists ask for, by type: their kind, and for references the type that they point at. */
const needs: Record<string, Record<string, string>> = {
  article: {
    title: "text",
    standfirst: "text",
    cover: "image",
    body: "markdown",
    author: "reference person",
    tags: "references tag",
  },
  page: { title: "text", standfirst: "text", cover: "image", body: "markdown" },
  person: { name: "text", role: "text", portrait: "image", bio: "markdown", since: "date" },
  tag: { name: "text", description: "text" },
};

/** What was found, by publication and type: every page asks for most of it. */
const found = new WeakMap<PublicationInfo, Map<string, boolean>>();

/**
 * Whether the site has a page of its own for a type. A publication may have left the type out or changed its fields:
 * then its entries have the page of any type, and what is made of articles is not there.
 */
export function hasTemplate(site: Site, type: string): boolean {
  const kept = found.get(site.info) ?? new Map<string, boolean>();
  found.set(site.info, kept);
  let has = kept.get(type);
  if (has === undefined) {
    const known = needs[type];
    has =
      known !== undefined && Object.entries(known).every(([name, kind]) => hasField(site, type, name, kind));
    kept.set(type, has);
  }
  return has;
}

/** Whether entries of a type have a field of this kind. */
export function hasField({ info }: Site, type: string, name: string, kind: string): boolean {
  const field = info.pages.find((one) => one.type === type)?.fields.find((one) => one.name === name);
  return field !== undefined && [field.kind, field.to].filter(Boolean).join(" ") === kind;
}

/** Front page, feeds and lists of stories are made of articles, their authors and tags. */
export function hasArticles(site: Site): boolean {
  return ["article", "person", "tag"].every((type) => hasTemplate(site, type));
}
