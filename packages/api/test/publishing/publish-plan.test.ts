import { afterAll, beforeAll, expect, test } from "vitest";
import { articleFields, codeOf, createTestApi, nobody, system, type TestApi } from "../test-api.ts";

let api: TestApi;
let fields: Awaited<ReturnType<typeof articleFields>>;
beforeAll(async () => {
  api = await createTestApi();
  fields = await articleFields(api);
});
afterAll(() => api[Symbol.asyncDispose]());

const entries = () => api.as(system).entries;
const plan = (id: string, version?: number) =>
  entries().article.publishPlan(version === undefined ? { id } : { id, version });

test("the plan of a complete draft has what readers would get, and changes nothing", async () => {
  const { id, slug } = await entries().article.create({ fields: { ...fields, title: "Planned" } });
  const events = await api.db.event.count();
  const planned = await plan(id);
  expect(planned).toMatchObject({
    issues: [],
    page: { path: "/planned", isNew: true },
    references: [],
    redirects: [],
    endedRedirects: [],
    pages: [],
    morePages: 0,
  });
  expect(await api.db.event.count()).toBe(events);
  expect(await codeOf(api.as(nobody).content.article.get({ slug }))).toBe("ENTRY_MISSING");
  await entries().article.publish({ id, expectedVersion: 1 });
  expect(await api.as(nobody).content.article.get({ slug })).toMatchObject(planned.fields ?? {});
  expect((await plan(id)).page.isNew).toBe(false);
});

test("a plan names all that keeps an entry from being published, and then has no result", async () => {
  const other = await entries().article.create({ fields: { ...fields, title: "Taken" } });
  await entries().article.publish({ id: other.id, expectedVersion: 1 });
  await entries().article.save({ id: other.id, expectedVersion: 1, fields: { slug: "elsewhere" } });
  const nowhere = "01a207a7-8848-7028-8c07-da352405241d";
  const half = { title: "Half", slug: "taken", cover: nowhere, tags: [nowhere] };
  const { id } = await entries().article.create({ fields: half as unknown as typeof fields });
  const planned = await plan(id);
  expect(planned.issues.map(({ path }) => path).sort()).toEqual([
    "fields.author",
    "fields.body",
    "fields.cover",
    "fields.slug",
    "fields.tags",
  ]);
  expect(planned.fields).toBeNull();
});

test("references that readers do not see are named once, and can be published with the entry as they are named", async () => {
  const { id: author } = await entries().person.create({ fields: { name: "Unseen author" } });
  const { id: tag } = await entries().tag.create({ fields: { name: "Unseen tag" } });
  await entries().tag.save({ id: tag, expectedVersion: 1, fields: { name: "Tag" } });
  const tags = [tag, fields.tags[0] ?? ""];
  const { id, slug } = await entries().article.create({
    fields: { ...fields, title: "Together", author, tags },
  });
  const { references, issues } = await plan(id);
  expect(issues).toEqual([]);
  expect(references).toEqual([
    {
      type: "person",
      id: author,
      title: "Unseen author",
      field: "author",
      version: 1,
      status: "draft",
      scheduledFor: null,
    },
    { type: "tag", id: tag, title: "Tag", field: "tags", version: 2, status: "draft", scheduledFor: null },
  ]);
  const at = new Date(Date.now() + 3_600_000);
  await entries().tag.schedule({ id: tag, expectedVersion: 2, at });
  expect((await plan(id)).references).toMatchObject([{ scheduledFor: null }, { scheduledFor: at }]);
  await api.db.entry.update({ where: { id: tag }, data: { scheduleFailure: { code: "", message: "" } } });
  expect((await plan(id)).references).toMatchObject([{ scheduledFor: null }, { scheduledFor: null }]);
  const together = references.map((one) => ({ type: one.type, id: one.id, expectedVersion: one.version }));
  await entries().article.publish({ id, expectedVersion: 1, with: together });
  const query = { slug, include: { author: true, tags: true } };
  const entry = await api.as(nobody).content.article.get(query as { slug: string });
  expect(entry).toMatchObject({
    author: { name: "Unseen author" },
    tags: [{ name: "Tag" }, { name: "Type" }],
  });
  expect((await plan(id)).references).toEqual([]);
});

test("references that somebody may not see are not in their plan", async () => {
  const { id: hidden } = await entries().person.create({ fields: { name: "Not theirs" } });
  const author = api.as(await api.user("author")).entries.article;
  const { id } = await author.create({ fields: { ...fields, title: "Own", author: hidden } });
  expect((await author.publishPlan({ id })).references).toEqual([]);
  const { id: foreign } = await entries().article.create({ fields });
  expect(await codeOf(author.publishPlan({ id: foreign }))).toBe("ENTRY_MISSING");
});

test("a plan names the redirects that publishing makes and those that it ends", async () => {
  const { id } = await entries().article.create({ fields: { ...fields, title: "Here", slug: "here" } });
  await entries().article.publish({ id, expectedVersion: 1 });
  await entries().article.save({ id, expectedVersion: 1, fields: { slug: "there" } });
  await api.as(system).redirects.create({ path: "/there", target: "/somewhere" });
  expect(await plan(id)).toMatchObject({
    page: { path: "/there", isNew: false },
    redirects: [{ from: "/here", to: "/there" }],
    endedRedirects: ["/there"],
  });
  await entries().article.publish({ id, expectedVersion: 2 });
  expect(await plan(id)).toMatchObject({ redirects: [], endedRedirects: [] });
  // Back again: what led from the old address to the page ends.
  await entries().article.save({ id, expectedVersion: 2, fields: { slug: "here" } });
  expect(await plan(id)).toMatchObject({
    redirects: [{ from: "/there", to: "/here" }],
    endedRedirects: ["/here"],
  });
});

test("pages that show or link to the entry are named, 50 at most, and the rest is counted", async () => {
  const { id: author } = await entries().person.create({ fields: { name: "Prolific" } });
  await entries().person.publish({ id: author, expectedVersion: 1 });
  for (let number = 1; number <= 2; number++) {
    const article = await entries().article.create({
      fields: { ...fields, title: `By them ${number}`, author },
    });
    await entries().article.publish({ id: article.id, expectedVersion: 1 });
  }
  const ofPerson = () => entries().person.publishPlan({ id: author });
  expect((await ofPerson()).pages).toEqual([
    { path: "/by-them-2", title: "By them 2" },
    { path: "/by-them-1", title: "By them 1" },
  ]);
  const place = { type: "article", locale: "main", version: 1, schemaVersion: 1, fields: {} };
  const date = new Date("2020-01-01");
  for (let number = 0; number < 51; number++) {
    const slug = `many-${number}`;
    const { id } = await entries().article.create({ fields: { ...fields, title: slug } });
    await api.db.publishedEntry.create({
      data: { ...place, entryId: id, slug, title: slug, publishedAt: date, updatedAt: date },
    });
    const facet = { type: "article", locale: "main", field: "@entries", value: author, publishedAt: date };
    await api.db.facet.create({ data: { ...facet, entryId: id } });
  }
  const { pages, morePages } = await ofPerson();
  expect([pages.length, morePages]).toEqual([50, 3]);
});

test("the plan of an older revision is of that revision", async () => {
  const { id } = await entries().article.create({ fields: { ...fields, title: "One", slug: "rev-one" } });
  await entries().article.save({ id, expectedVersion: 1, fields: { title: "Two", slug: "rev-two" } });
  expect(await plan(id, 1)).toMatchObject({ page: { path: "/rev-one" }, fields: { title: "One" } });
  expect(await plan(id)).toMatchObject({ page: { path: "/rev-two" }, fields: { title: "Two" } });
  expect(await codeOf(plan(id, 9))).toBe("REVISION_MISSING");
});
