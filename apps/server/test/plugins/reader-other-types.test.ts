import { createEntry } from "@letterpress/api/entries/create-entry";
import { publishEntry } from "@letterpress/api/publishing/publish-entry";
import { contentModel } from "@letterpress/content/content-model";
import type { ContentModel, ContentType } from "@letterpress/model/content-type";
import { expect, test } from "vitest";
import { startTestApp, type TestApp } from "../test-app.ts";

const system = { kind: "system", name: "test" } as const;
const { article, person, tag, page } = contentModel as ContentModel as Record<string, ContentType>;

/** The content types of this repository, without one of their fields. */
function without(type: ContentType | undefined, field: string): ContentModel {
  if (!type) throw new Error("This test is about the content types of this repository.");
  const fields = Object.fromEntries(Object.entries(type.fields).filter(([name]) => name !== field));
  return { ...contentModel, [type.name]: { ...type, fields } };
}

async function publish({ deps }: TestApp, type: string, given: Record<string, unknown>): Promise<string> {
  const known = deps.model[type]?.fields ?? {};
  const fields = Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(known, name)));
  const { id } = await createEntry(deps, system, { type, fields });
  await publishEntry(deps, system, { type, id, expectedVersion: 1 });
  return id;
}

test.each<[string, ContentModel]>([
  ["as they are", contentModel],
  ["articles that nobody features", without(article, "featured")],
  ["articles without a standfirst", without(article, "standfirst")],
  ["articles without authors", without(article, "author")],
  ["articles without tags", without(article, "tags")],
  ["people without a portrait", without(person, "portrait")],
  ["tags without a description", without(tag, "description")],
  ["pages without a cover", without(page, "cover")],
])("every page of the site is there, with the content types %s", async (_what, model) => {
  await using app = await startTestApp({ model });
  const author = await publish(app, "person", { name: "Ada" });
  const ink = await publish(app, "tag", { name: "Ink" });
  const words = { title: "Proof", body: "Some *words*." };
  await publish(app, "article", { ...words, author, tags: [ink] });
  await publish(app, "page", words);
  for (const path of ["/", "/proof", "/pages/proof", "/authors/ada", "/tags/ink", "/sitemap.xml"]) {
    const response = await fetch(app.url + path);
    expect([path, response.status]).toEqual([path, 200]);
  }
  expect((await fetch(`${app.url}/nothing`)).status).toBe(404);
  expect((await fetch(`${app.url}/feed.xml`)).status).toBeLessThan(500);
});
