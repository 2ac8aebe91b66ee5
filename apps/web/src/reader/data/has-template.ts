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

/**
 * Whether the site has a page of its own for a type. A publication may have left the type out or changed its fields:
 * then its entries have the page of any type, and what is made of articles is not there.
 */
export function hasTemplate(site: Site, type: string): boolean {
  const known = needs[type];
  return (
    known !== undefined && Object.entries(known).every(([name, kind]) => hasField(site, type, name, kind))
  );
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
