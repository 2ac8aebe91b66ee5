import { contentModel } from "@letterpress/content/content-model";
import { boolean, date, image, markdown, reference, references, select, text } from "@letterpress/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAppRouter } from "../../src/app-router.ts";
import { articleFields, contextOf, createTestApi, nobody, system, type TestApi } from "../test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

test("an entry that was published before its type had a field still reads, alone and in lists", async () => {
  const editor = api.as(system).entries.article;
  const { id } = await editor.create({ fields: await articleFields(api, "Older than the field") });
  await editor.publish({ id, expectedVersion: 1 });

  const article = {
    ...contentModel.article,
    fields: {
      ...contentModel.article.fields,
      subtitle: text(),
      notes: markdown(),
      sponsored: boolean(),
      related: references("article"),
      editor: reference("person"),
      season: select(["spring", "autumn"]),
      picture: image(),
      day: date(),
      aside: text().optional(),
    },
  };
  const model = { ...contentModel, article };
  const { content } = createAppRouter(model).createCaller(contextOf({ ...api.deps, model }, nobody));
  const [entry] = (await content.article.list()).items;
  expect(entry).toMatchObject({
    title: "Older than the field",
    subtitle: "",
    notes: { html: "" },
    sponsored: false,
    related: [],
    editor: { type: "person" },
    season: "spring",
    picture: { url: "" },
    day: "",
  });
  expect(entry).not.toHaveProperty("aside");
  expect(await content.article.get({ id })).toEqual(entry);
});

test.each<[string, unknown]>([
  ["a text", "Ann"],
  ["a picture", { id: "0198a7c2-1111-7000-8000-000000000001", url: "/media/x" }],
  ["a reference to another type", { type: "tag", id: "0198a7c2-1111-7000-8000-000000000001" }],
  ["a group with an id that is none", { type: "person", id: "ann" }],
  ["a group with hyphens for an id", { type: "person", id: "-".repeat(36) }],
  ["a group with an id in capitals", { type: "person", id: "0198A7C2-1111-7000-8000-000000000001" }],
  ["JSON", { id: { a: [1] } }],
  ["a list", [{ id: 1 }, null, "x"]],
])("a reference that was %s when it was published reads as one that leads nowhere", async (_was, stored) => {
  const editor = api.as(system).entries.article;
  const { id } = await editor.create({ fields: await articleFields(api, "Changed") });
  await editor.publish({ id, expectedVersion: 1 });
  const { fields } = await api.db.publishedEntry.findUniqueOrThrow({ where: { entryId: id } });
  const changed = { ...(fields as object), author: stored, tags: [stored] } as never;
  await api.db.publishedEntry.update({ where: { entryId: id }, data: { fields: changed } });

  const { content } = api.as(nobody);
  expect(await content.article.get({ id })).toMatchObject({ author: { type: "person" } });
  const including = { id, include: { author: true, tags: true } };
  expect(await content.article.get(including)).toMatchObject({ author: null, tags: [] });
  const { items } = await content.article.list({ include: { author: true, tags: true } } as never);
  expect(items.length).toBeGreaterThan(0);
});

test("what a reference held beside its target stays out of what is read", async () => {
  const editor = api.as(system).entries.article;
  const { id } = await editor.create({ fields: await articleFields(api, "More than a reference") });
  await editor.publish({ id, expectedVersion: 1 });
  const author = { type: "person", id: "0198a7c2-1111-7000-8000-000000000001" };
  const { fields } = await api.db.publishedEntry.findUniqueOrThrow({ where: { entryId: id } });
  const changed = { ...(fields as object), author: { ...author, name: "A name of then" } };
  await api.db.publishedEntry.update({ where: { entryId: id }, data: { fields: changed } });
  expect((await api.as(nobody).content.article.get({ id })).author).toEqual(author);
});
