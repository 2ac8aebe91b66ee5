import { lockEntry } from "@letterpress/db/lock-rows";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleFields, codeOf, createTestApi, errorOf, nobody, system, type TestApi } from "../test-api.ts";

let api: TestApi;
let fields: Awaited<ReturnType<typeof articleFields>>;
beforeAll(async () => {
  api = await createTestApi();
  fields = await articleFields(api);
});
afterAll(() => api[Symbol.asyncDispose]());

const articles = () => api.as(system).entries.article;
const read = (slug: string) => api.as(nobody).content.article.get({ slug });

async function published(title: string) {
  const entry = await articles().create({ fields: { ...fields, title } });
  return articles().publish({ id: entry.id, expectedVersion: 1 });
}

test("publishing shows the rendered entry to everybody", async () => {
  const { slug } = await published("Seen by all");
  const entry = await read(slug);
  expect(entry).toMatchObject({ title: "Seen by all", path: "/seen-by-all", featured: false });
  expect(entry.body).toMatchObject({
    source: "Some *words*.",
    html: "<p>Some <em>words</em>.</p>",
    text: "Some words.",
  });
  expect(entry.author).toEqual({ type: "person", id: fields.author });
  expect(entry.tags).toEqual([{ type: "tag", id: fields.tags[0] }]);
});

test("readers see the published revision while the draft moves on, until it is published again", async () => {
  const { id, slug } = await published("As it was");
  await articles().save({ id, expectedVersion: 1, fields: { title: "As it will be", body: "Secret" } });
  expect(JSON.stringify(await read(slug))).not.toContain("Secret");
  expect((await articles().get({ id })).status).toBe("changed");
  await articles().publish({ id, expectedVersion: 2 });
  expect((await read(slug)).title).toBe("As it will be");
});

test("a draft that was never published is missing to readers", async () => {
  const { slug } = await articles().create({ fields: { ...fields, title: "Hidden" } });
  expect(await codeOf(read(slug))).toBe("ENTRY_MISSING");
});

test("unpublishing takes the entry and its facets away and keeps the draft", async () => {
  const { id, slug } = await published("Here and gone");
  await articles().unpublish({ id });
  expect(await codeOf(read(slug))).toBe("ENTRY_MISSING");
  expect(await api.db.facet.count({ where: { entryId: id } })).toBe(0);
  expect((await articles().get({ id })).status).toBe("unpublished");
  expect(await codeOf(articles().unpublish({ id }))).toBe("ENTRY_NOT_PUBLISHED");
});

test("publishing again after unpublishing keeps the first date", async () => {
  api.setClock("2026-03-02T08:00:00Z");
  const { id, slug } = await published("Dated");
  await articles().unpublish({ id });
  api.setClock("2026-03-05T08:00:00Z");
  await articles().publish({ id, expectedVersion: 1 });
  const entry = await read(slug);
  expect(entry.publishedAt).toEqual(new Date("2026-03-02T08:00:00Z"));
  expect(entry.updatedAt).toEqual(new Date("2026-03-05T08:00:00Z"));
});

test.each(["-100000-01-01", "0000-01-01"])(
  "the date %s, which no database keeps, is refused",
  async (day) => {
    const { id } = await articles().create({ fields: { ...fields, title: "Before Christ" } });
    const publishedAt = new Date(`${day}T00:00:00Z`);
    await expect(articles().publish({ id, expectedVersion: 1, publishedAt })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  },
);

test("a date in the future is refused: that is not publishing", async () => {
  const { id } = await articles().create({ fields: { ...fields, title: "Tomorrow" } });
  const publishedAt = new Date("2030-01-01T00:00:00Z");
  expect(await codeOf(articles().publish({ id, expectedVersion: 1, publishedAt }))).toBe("BAD_INPUT");
});

test("an unfinished draft saves, and is told what it lacks when it is published", async () => {
  const { id } = await articles().create({ fields: { title: "Half done" } as typeof fields });
  const error = await errorOf(articles().publish({ id, expectedVersion: 1 }));
  expect(error.errorCode).toBe("ENTRY_INCOMPLETE");
  expect((error.details as { issues: { path: string }[] }).issues.map((issue) => issue.path)).toEqual([
    "fields.body",
    "fields.author",
  ]);
});

test("publishing a version that is not the latest is stale", async () => {
  const { id } = await articles().create({ fields });
  await articles().save({ id, expectedVersion: 1, fields: { title: "Newer" } });
  expect(await codeOf(articles().publish({ id, expectedVersion: 1 }))).toBe("ENTRY_STALE");
});

test("a reference to nothing, or to an entry of another type, is refused", async () => {
  for (const author of ["01a207a7-8848-7028-8c07-da352405241d", fields.tags[0] ?? ""]) {
    const { id } = await articles().create({ fields: { ...fields, author } });
    expect(await codeOf(articles().publish({ id, expectedVersion: 1 }))).toBe("REFERENCE_MISSING");
  }
});

test("the event is written with the change, and not without it", async () => {
  const { id } = await published("Evented");
  const names = async () =>
    (await api.db.event.findMany({ where: { entryId: id }, orderBy: { id: "asc" } })).map(
      (event) => event.name,
    );
  expect(await names()).toEqual(["entry.created", "entry.published"]);
  await codeOf(articles().publish({ id, expectedVersion: 7 }));
  expect(await names()).toHaveLength(2);
});

test("a save during a publish makes it stale: the text that was rendered is not shown as the new version", async () => {
  const { id, slug } = await articles().create({ fields: { ...fields, title: "Race" } });
  // Publishing has rendered version 1 and waits for the author's row, which somebody holds.
  const release = await api.hold((tx) => lockEntry(tx, fields.author));
  const publishing = codeOf(articles().publish({ id, expectedVersion: 1 }));
  await expect.poll(api.waiting).toBe(1);
  await articles().save({ id, expectedVersion: 1, fields: { body: "Newer" } });
  await release();
  expect(await publishing).toBe("ENTRY_STALE");
  expect(await codeOf(read(slug))).toBe("ENTRY_MISSING");
});

describe("a changed slug", () => {
  async function move(id: string, version: number, slug: string) {
    await articles().save({ id, expectedVersion: version, fields: { slug } });
    await articles().publish({ id, expectedVersion: version + 1 });
  }

  test("leaves redirects that all lead to where the entry is now", async () => {
    const { id } = await published("Moving house");
    await move(id, 1, "moved-once");
    await move(id, 2, "moved-twice");
    for (const slug of ["moving-house", "moved-once", "moved-twice"])
      expect((await read(slug)).slug).toBe("moved-twice");
  });

  test("and back again makes no loop", async () => {
    const { id } = await published("There and back");
    await move(id, 1, "there");
    await move(id, 2, "there-and-back");
    expect((await read("there-and-back")).slug).toBe("there-and-back");
    expect((await read("there")).slug).toBe("there-and-back");
  });

  test("never hides what is published under the old one since", async () => {
    const first = await published("Contested");
    await move(first.id, 1, "uncontested");
    const second = await published("Contested");
    expect((await read("contested")).id).toBe(second.id);
    await articles().unpublish({ id: second.id });
    expect(await codeOf(read("contested"))).toBe("ENTRY_MISSING");
  });

  test("of an entry that is not published any more leads nowhere", async () => {
    const { id } = await published("Short stay");
    await move(id, 1, "shorter-stay");
    await articles().unpublish({ id });
    expect(await codeOf(read("short-stay"))).toBe("ENTRY_MISSING");
  });
});

describe("deleting", () => {
  test("takes the page and the draft away", async () => {
    const { id, slug } = await published("Short-lived");
    await articles().delete({ id, expectedVersion: 1 });
    expect(await codeOf(read(slug))).toBe("ENTRY_MISSING");
    expect(await codeOf(articles().get({ id }))).toBe("ENTRY_MISSING");
  });

  test("is refused while a published entry refers to it, and says which", async () => {
    const { id, title } = await published("Referrer");
    const error = await errorOf(
      api.as(system).entries.person.delete({ id: fields.author, expectedVersion: 1 }),
    );
    expect(error.errorCode).toBe("ENTRY_REFERENCED");
    expect((error.details as { by: object[] }).by).toContainEqual({ type: "article", id, title });
  });

  test("racing with a publish that refers to it leaves no dangling reference", async () => {
    for (let round = 0; round < 5; round++) {
      const person = await api.as(system).entries.person.create({ fields: { name: `Racer ${round}` } });
      const { id } = await articles().create({
        fields: { ...fields, title: `Racing ${round}`, author: person.id },
      });
      const [publish, remove] = await Promise.allSettled([
        articles().publish({ id, expectedVersion: 1 }),
        api.as(system).entries.person.delete({ id: person.id, expectedVersion: 1 }),
      ]);
      expect([publish.status, remove.status].sort()).toEqual(["fulfilled", "rejected"]);
    }
  });
});
