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
