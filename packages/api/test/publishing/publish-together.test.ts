import { lockEntry } from "@letterpress/db/lock-rows";
import { withTx } from "@letterpress/db/with-tx";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { articleFields, codeOf, createTestApi, errorOf, nobody, system, type TestApi } from "../test-api.ts";

let api: TestApi;
let fields: Awaited<ReturnType<typeof articleFields>>;
beforeAll(async () => {
  api = await createTestApi();
  fields = await articleFields(api);
});
afterAll(() => api[Symbol.asyncDispose]());

const entries = () => api.as(system).entries;

/** An article and its author, neither of them published. */
async function pair(title: string, person: Record<string, unknown> = {}) {
  const { id: author } = await entries().person.create({ fields: { name: title, ...person } });
  const { id, slug } = await entries().article.create({ fields: { ...fields, title, author } });
  return { id, slug, author };
}

const together = (id: string, author: string, expectedVersion = 1) =>
  entries().article.publish({
    id,
    expectedVersion: 1,
    with: [{ type: "person", id: author, expectedVersion }],
  });

const published = (...ids: string[]) => api.db.publishedEntry.count({ where: { entryId: { in: ids } } });

test("entries that are published together are there together, with an event each", async () => {
  const { id, slug, author } = await pair("Both");
  await together(id, author);
  const query = { slug, include: { author: true } };
  const entry = await api.as(nobody).content.article.get(query as { slug: string });
  expect(entry.author).toMatchObject({ name: "Both" });
  const events = { name: "entry.published", entryId: { in: [id, author] } };
  expect(await api.db.event.count({ where: events })).toBe(2);
});

test("when one of them has moved on none is published, and the error says which it is", async () => {
  const { id, author } = await pair("Stale");
  await entries().person.save({ id: author, expectedVersion: 1, fields: { name: "Moved on" } });
  expect(await errorOf(together(id, author))).toMatchObject({
    errorCode: "ENTRY_STALE",
    details: { entry: { type: "person", id: author, title: "Moved on" }, current: { version: 2 } },
  });
  expect(await published(id, author)).toBe(0);
});

test("when one of them lacks something none is published, and the error says which it is", async () => {
  const { id, author } = await pair("Lacking");
  const tag = await entries().tag.create({ fields: {} as { name: string } });
  const others = [
    { type: "person", id: author, expectedVersion: 1 },
    { type: "tag", id: tag.id, expectedVersion: 1 },
  ];
  const error = await errorOf(entries().article.publish({ id, expectedVersion: 1, with: others }));
  expect(error).toMatchObject({
    errorCode: "ENTRY_INCOMPLETE",
    details: { issues: [{ path: "fields.name" }], entry: { type: "tag", id: tag.id } },
  });
  expect(await published(id, author, tag.id)).toBe(0);
});

test("when one of them fails while it is written none is published", async () => {
  const { id, author } = await pair("Taken", { slug: "taken-person" });
  const other = await entries().person.create({ fields: { name: "Holder", slug: "holder" } });
  await entries().person.publish({ id: other.id, expectedVersion: 1 });
  await entries().person.save({ id: other.id, expectedVersion: 1, fields: { slug: "holder-2" } });
  await entries().person.save({ id: author, expectedVersion: 1, fields: { slug: "holder" } });
  expect(await codeOf(together(id, author, 2))).toBe("SLUG_TAKEN");
  expect(await published(id, author)).toBe(0);
  expect((await entries().article.get({ id })).status).toBe("draft");
});

test("entries of others, and of types that there are not, are missing", async () => {
  const author = api.as(await api.user("author"));
  const { id: foreign } = await entries().tag.create({ fields: { name: "Foreign" } });
  const { id } = await author.entries.tag.create({ fields: { name: "Own" } });
  for (const type of ["tag", "nothing"]) {
    const others = [{ type, id: foreign, expectedVersion: 1 }];
    expect(await codeOf(author.entries.tag.publish({ id, expectedVersion: 1, with: others }))).toBe(
      "ENTRY_MISSING",
    );
  }
  expect(await published(id, foreign)).toBe(0);
});

test("one who waits in a circle with somebody else publishes all the same", async () => {
  const { id, author } = await pair("In a circle");
  await together(id, author);
  await entries().person.save({ id: author, expectedVersion: 1, fields: { name: "Changed" } });
  let publishing: Promise<unknown> | undefined;
  await withTx(api.db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM published_entry WHERE entry_id = ${author}::uuid FOR UPDATE`;
    publishing = together(id, author, 2);
    await vi.waitFor(async () => expect(await api.waiting()).toBe(1), { timeout: 10_000 });
    // Whoever has waited for a second looks for a circle, and gives way: the other one.
    await lockEntry(tx, id);
  });
  await publishing;
  expect(await api.db.publishedEntry.findUnique({ where: { entryId: author } })).toMatchObject({
    version: 2,
  });
});
