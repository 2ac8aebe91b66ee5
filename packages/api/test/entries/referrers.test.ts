import { afterAll, beforeAll, expect, test } from "vitest";
import { articleFields, codeOf, createTestApi, type TestApi } from "../test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

test("published entries and drafts that refer to an entry are named, of drafts those that one may see", async () => {
  const editor = await api.user("editor");
  const author = await api.user("author");
  const fields = await articleFields(api);
  const { entries } = api.as(editor);
  const person = await api.as(author).entries.person.create({ fields: { name: "Referred" } });
  await entries.person.publish({ id: person.id, expectedVersion: 1 });
  const of = (actor: typeof editor) => api.as(actor).entries.person.referrers({ id: person.id });
  expect(await of(editor)).toEqual({ published: [], drafts: [] });

  const named = { ...fields, author: person.id };
  const draft = await entries.article.create({ fields: { ...named, title: "Draft" } });
  api.setClock("2026-03-01T12:01:00Z");
  const own = await api.as(author).entries.article.create({ fields: { ...named, title: "Own" } });
  const shown = await entries.article.create({ fields: { ...named, title: "Shown" } });
  await entries.article.publish({ id: shown.id, expectedVersion: 1 });
  const gone = await entries.article.create({ fields: { ...named, title: "Gone" } });
  await entries.article.delete({ id: gone.id, expectedVersion: 1 });

  const name = ({ id, title }: { id: string; title: string }) => ({ type: "article", id, title });
  expect(await of(editor)).toEqual({ published: [name(shown)], drafts: [name(own), name(draft)] });
  expect(await of(author)).toEqual({ published: [name(shown)], drafts: [name(own)] });
  const contributor = api.as(await api.user("contributor"));
  expect(await codeOf(contributor.entries.person.referrers({ id: person.id }))).toBe("ENTRY_MISSING");
});
