import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOf, createTestApi, nobody, system, type TestApi } from "../test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

const tags = () => api.as(system).entries.tag;
const read = async (slug: string) => (await api.as(nobody).content.tag.get({ slug })).slug;
const missing = (slug: string) => codeOf(api.as(nobody).content.tag.get({ slug }));

async function published(slug: string) {
  const { id } = await tags().create({ fields: { name: slug, slug } });
  await tags().publish({ id, expectedVersion: 1 });
  let version = 1;
  return {
    id,
    draft: async (next: string) => {
      version = (await tags().save({ id, expectedVersion: version, fields: { slug: next } })).version;
      return version;
    },
    publish: () => tags().publish({ id, expectedVersion: version }),
    version: () => version,
  };
}

test("an address that an entry leaves and takes again is its page, and the one in between leads to it", async () => {
  const entry = await published("a1");
  await entry.draft("b1");
  await entry.publish();
  expect(await read("a1")).toBe("b1");
  await entry.draft("a1");
  await entry.publish();
  expect([await read("a1"), await read("b1")]).toEqual(["a1", "a1"]);
  expect(await api.db.redirect.findMany({ where: { entryId: entry.id }, select: { slug: true } })).toEqual([
    { slug: "b1" },
  ]);
});

test("after many changes every old address leads to the page in one step", async () => {
  const entry = await published("n1");
  for (const slug of ["n2", "n3", "n4"]) {
    await entry.draft(slug);
    await entry.publish();
  }
  for (const slug of ["n1", "n2", "n3", "n4"]) expect(await read(slug)).toBe("n4");
});

test("an entry that takes the address which another has left ends the redirect from it", async () => {
  const first = await published("x1");
  await first.draft("y1");
  await first.publish();
  const second = await published("x1");
  expect((await api.as(nobody).content.tag.get({ slug: "x1" })).id).toBe(second.id);
  await tags().unpublish({ id: second.id });
  expect(await missing("x1")).toBe("ENTRY_MISSING");
  expect(await read("y1")).toBe("y1");
});

test("two entries that are published together swap their addresses, and no redirect stands where a page is", async () => {
  const [one, two] = [await published("s1"), await published("s2")];
  await one.draft("aside");
  await two.draft("s1");
  await one.draft("s2");
  // Alone neither can: the other one still has the address.
  expect(await codeOf(two.publish())).toBe("SLUG_TAKEN");
  const other = { type: "tag", id: two.id, expectedVersion: two.version() };
  await tags().publish({ id: one.id, expectedVersion: one.version(), with: [other] });
  const ids = async (slug: string) => (await api.as(nobody).content.tag.get({ slug })).id;
  expect([await ids("s1"), await ids("s2")]).toEqual([two.id, one.id]);
  expect(await api.db.redirect.count({ where: { entryId: { in: [one.id, two.id] } } })).toBe(0);
});

test("an old address of an entry that is unpublished or deleted leads nowhere", async () => {
  const [gone, deleted] = [await published("g1"), await published("d1")];
  for (const [entry, slug] of [
    [gone, "g2"],
    [deleted, "d2"],
  ] as const) {
    await entry.draft(slug);
    await entry.publish();
  }
  await tags().unpublish({ id: gone.id });
  await tags().delete({ id: deleted.id, expectedVersion: deleted.version() });
  for (const slug of ["g1", "g2", "d1", "d2"]) expect(await missing(slug)).toBe("ENTRY_MISSING");
  expect(await api.as(nobody).redirects.get({ path: "/tags/g1" })).toBeNull();
  await gone.publish();
  expect(await read("g1")).toBe("g2");
});

test("of many entries that are given one slug at once, one gets it", async () => {
  await api.connect();
  const entries = await Promise.all(["u1", "u2", "u3", "u4"].map(published));
  const results = await Promise.allSettled(entries.map((entry) => entry.draft("wanted")));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const winner = entries[results.findIndex(({ status }) => status === "fulfilled")];
  await Promise.all(entries.map((entry) => entry.publish()));
  expect((await api.as(nobody).content.tag.get({ slug: "wanted" })).id).toBe(winner?.id);
});

test("of two entries that are published at once, one taking the address that the other leaves, neither breaks the other", async () => {
  await api.connect();
  for (let round = 0; round < 8; round++) {
    const [leaving, taking] = [await published(`l-${round}`), await published(`t-${round}`)];
    await leaving.draft(`m-${round}`);
    await taking.draft(`l-${round}`);
    const [left, took] = await Promise.allSettled([leaving.publish(), taking.publish()]);
    expect(left.status).toBe("fulfilled");
    if (took.status === "rejected") await taking.publish();
    const ids = async (slug: string) => (await api.as(nobody).content.tag.get({ slug })).id;
    expect([await ids(`l-${round}`), await ids(`t-${round}`), await ids(`m-${round}`)]).toEqual([
      taking.id,
      taking.id,
      leaving.id,
    ]);
    expect(await api.db.redirect.count({ where: { slug: `l-${round}` } })).toBe(0);
  }
});
