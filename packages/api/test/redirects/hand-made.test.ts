import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, createTestApi, errorOf, nobody, system, type TestApi } from "../test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

const made = () => api.as(system).redirects;
const leadsTo = async (path: string) => (await api.as(nobody).redirects.get({ path }))?.target ?? null;

async function publishedTag(slug: string) {
  const { entries } = api.as(system);
  const { id } = await entries.tag.create({ fields: { name: slug, slug } });
  await entries.tag.publish({ id, expectedVersion: 1 });
  return id;
}

test("a redirect is found by every spelling of its path but those in another case", async () => {
  await made().create({ path: "/Old news/über?x=1#y", target: "/a" });
  for (const path of [
    "/Old news/über",
    "/Old%20news/%C3%BCber/",
    "//Old%20news//%75%CC%88ber?q",
    "Old news/über",
  ])
    expect(await leadsTo(path)).toBe("/a");
  expect(await leadsTo("/old news/über")).toBeNull();
  expect((await made().list()).items[0]?.path).toBe("/Old news/über");
});

test.each([
  ["/plain", "/plain"],
  ["/with space?q=a b#c", "/with%20space?q=a%20b#c"],
  ["/%C3%BC/", "/%C3%BC"],
  ["https://other.example/x?y#z", "https://other.example/x?y#z"],
  ["HTTP://other.example", "http://other.example/"],
  ["/café", "/caf%C3%A9"],
  ["https://press.example.com/own?x#y", "/own?x#y"],
  ["HTTP://Press.Example.com//own", "/own"],
  ["https://press.example.com:8443/other", "https://press.example.com:8443/other"],
])("the target %j is answered as %j, ready for a header", async (target, answered) => {
  await made().create({ path: "/from", target });
  expect(await leadsTo("/from")).toBe(answered);
});

test.each([
  ["", "/a"],
  ["no-slash", "/a"],
  ["/%E0%A4%A", "/a"],
  ["/a\0", "/a"],
  ["/a/../b", "/a"],
  ["/a\\b", "/a"],
  ["/x", "//other.example"],
  ["/x", "/\\other.example"],
  ["/x", "/..//other.example"],
  ["/x", "javascript:alert(1)"],
  ["/x", "ftp://other.example"],
  ["/x", "https://"],
  ["/x", "relative"],
  ["/x", ""],
])("from %j to %j is refused", async (path, target) => {
  expect(await codeOf(made().create({ path, target }))).toBe("BAD_INPUT");
});

test.each([
  "/",
  "/studio",
  "/Studio/articles",
  "/trpc/x",
  "/preview/x",
  "/media/x",
  "/feed.xml",
  "/robots.txt",
])("%s belongs to the server and cannot lead elsewhere", async (path) => {
  expect(await codeOf(made().create({ path, target: "/a" }))).toBe("REDIRECT_HIDES_PAGE");
});

describe("a page", () => {
  test("cannot be hidden, in whatever case it is asked for, nor can the address that it had before", async () => {
    const id = await publishedTag("kept");
    const { entries } = api.as(system);
    const refused = () => errorOf(made().create({ path: "/tags/Kept", target: "/a" }));
    expect(await refused()).toMatchObject({
      errorCode: "REDIRECT_HIDES_PAGE",
      details: { path: "/tags/Kept" },
    });
    await entries.tag.save({ id, expectedVersion: 1, fields: { slug: "kept-2" } });
    await entries.tag.publish({ id, expectedVersion: 2 });
    expect((await refused()).errorCode).toBe("REDIRECT_HIDES_PAGE");
    await entries.tag.unpublish({ id });
    await made().create({ path: "/tags/kept", target: "/a" });
    expect(await leadsTo("/tags/kept")).toBe("/a");
  });

  test("that is published where a redirect is ends it, and says so", async () => {
    await made().create({ path: "/tags/taken", target: "/a" });
    const id = await publishedTag("taken");
    expect(await leadsTo("/tags/taken")).toBeNull();
    expect(await api.db.pathRedirect.count({ where: { path: "/tags/taken" } })).toBe(0);
    await api.as(system).entries.tag.unpublish({ id });
    expect(await leadsTo("/tags/taken")).toBeNull();
    const names = await api.db.event.findMany({ orderBy: { id: "desc" }, take: 3, select: { name: true } });
    expect(names.map(({ name }) => name)).toContain("redirect.deleted");
  });

  test("that is published while a redirect is made at its address never ends up behind it", async () => {
    const { entries } = api.as(system);
    await api.connect();
    for (let round = 0; round < 15; round++) {
      const slug = `raced-${round}`;
      const { id } = await entries.tag.create({ fields: { name: slug, slug } });
      await Promise.allSettled([
        entries.tag.publish({ id, expectedVersion: 1 }),
        made().create({ path: `/tags/${slug}`, target: "/a" }),
      ]);
      expect(await api.db.pathRedirect.count({ where: { path: `/tags/${slug}` } })).toBe(0);
    }
  });

  test("waits for a redirect that is being made, and then ends it", async () => {
    const { id } = await api.as(system).entries.tag.create({ fields: { name: "Late", slug: "late" } });
    // As far as making a redirect has come: it has seen no page, and is not committed.
    const release = await api.hold(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('redirects', 0))`;
      await tx.pathRedirect.create({ data: { path: "/tags/late", target: "/a" } });
    });
    const publishing = api.as(system).entries.tag.publish({ id, expectedVersion: 1 });
    await expect.poll(api.waiting).toBe(1);
    await release();
    await publishing;
    expect(await api.db.pathRedirect.count({ where: { path: "/tags/late" } })).toBe(0);
  });
});

describe("chains", () => {
  test("collapse, whichever of the redirects is made first", async () => {
    await made().create({ path: "/c/b", target: "/c/c" });
    await made().create({ path: "/c/a", target: "/c/b" });
    expect(await leadsTo("/c/a")).toBe("/c/c");
    await made().create({ path: "/c/c", target: "https://end.example/" });
    for (const path of ["/c/a", "/c/b", "/c/c"]) expect(await leadsTo(path)).toBe("https://end.example/");
    await made().create({ path: "/c/q", target: "/c/z?from=q" });
    await made().create({ path: "/c/z", target: "/c/end" });
    expect(await leadsTo("/c/q")).toBe("/c/end");
  });

  test("end at the page where the target's entry is now", async () => {
    const id = await publishedTag("moves");
    await made().create({ path: "/to-tag", target: "/tags/moves?x=1#top" });
    const { entries } = api.as(system);
    await entries.tag.save({ id, expectedVersion: 1, fields: { slug: "moved" } });
    await entries.tag.publish({ id, expectedVersion: 2 });
    expect(await leadsTo("/to-tag")).toBe("/tags/moved?x=1#top");
    expect(await leadsTo("/tags/moves")).toBe("/tags/moved");
    expect(await leadsTo("/tags/moved")).toBeNull();
  });

  test("never become loops", async () => {
    const loop = (path: string, target: string) => codeOf(made().create({ path, target }));
    expect(await loop("/l/a", "/l/a")).toBe("REDIRECT_LOOP");
    expect(await loop("/l/a", "/l/a/?x#y")).toBe("REDIRECT_LOOP");
    await made().create({ path: "/l/a", target: "/l/b" });
    expect(await loop("/l/b", "/l/a")).toBe("REDIRECT_LOOP");
    await made().create({ path: "/l/b", target: "/l/c" });
    expect(await loop("/l/c", "/l/a")).toBe("REDIRECT_LOOP");
  });

  test("never become loops over the publication's own address", async () => {
    const own = "https://press.example.com";
    const loop = (path: string, target: string) => codeOf(made().create({ path, target }));
    expect(await loop("/self", `${own}/self`)).toBe("REDIRECT_LOOP");
    expect(await loop("/self", `http://press.example.com/self/?x`)).toBe("REDIRECT_LOOP");
    await made().create({ path: "/o/b", target: "/o/a" });
    expect(await loop("/o/a", `${own}/o/b`)).toBe("REDIRECT_LOOP");
    // Made before the publication was moved there.
    await made().create({ path: "/o/moved", target: "https://other.example/o/moved" });
    await api.db.pathRedirect.update({ where: { path: "/o/moved" }, data: { target: `${own}/o/moved` } });
    expect(await leadsTo("/o/moved")).toBeNull();
    const id = await publishedTag("own");
    await made().create({ path: "/to-own", target: `${own}/tags/own` });
    await api.as(system).entries.tag.save({ id, expectedVersion: 1, fields: { slug: "own-2" } });
    await api.as(system).entries.tag.publish({ id, expectedVersion: 2 });
    expect(await leadsTo("/to-own")).toBe("/tags/own-2");
  });

  test("never become loops when both halves are made at once", async () => {
    await api.connect();
    for (let round = 0; round < 10; round++) {
      const [a, b] = [`/both/${round}/a`, `/both/${round}/b`];
      const results = await Promise.allSettled([
        made().create({ path: a, target: b }),
        made().create({ path: b, target: a }),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });
});

test("a redirect made anew from the same path replaces the target, and deleting it ends it", async () => {
  await made().create({ path: "/again", target: "/one" });
  await made().create({ path: "/again/", target: "/two" });
  expect(await leadsTo("/again")).toBe("/two");
  await made().delete({ path: "/again/" });
  expect(await leadsTo("/again")).toBeNull();
  expect(await codeOf(made().delete({ path: "/again" }))).toBe("REDIRECT_MISSING");
});

test("the list has who made each, is searched by path and target, and is read page by page to its end", async () => {
  const editor = await api.user("editor");
  const { redirects } = api.as(editor);
  const paths = ["/list/1", "/list/2", "/list/3", "/list/100%25"];
  for (const path of paths) await redirects.create({ path, target: "/listed" });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await redirects.list({ search: "/LIST", limit: 2, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map(({ path }) => path));
    expect(page.items[0]?.createdBy).toEqual({ id: editor.userId, name: "editor" });
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen.sort()).toEqual(paths.map(decodeURIComponent).sort());
  expect((await redirects.list({ search: "100%" })).items).toHaveLength(1);
  expect(await codeOf(redirects.list({ cursor: "x" }))).toBe("BAD_INPUT");
});

test("authors and readers cannot make redirects, and everybody may ask where a path leads", async () => {
  const author = api.as(await api.user("author"));
  expect(await codeOf(author.redirects.create({ path: "/x", target: "/y" }))).toBe("NOT_ALLOWED");
  expect(await codeOf(api.as(nobody).redirects.list())).toBe("NOT_SIGNED_IN");
  for (const path of ["/nowhere", "/%00", "/%E0", "", "/".repeat(19_999), "x".repeat(20_000)])
    expect(await leadsTo(path)).toBeNull();
});

describe("what an entry left where it was", () => {
  async function moved(from: string, to: string) {
    const { entries } = api.as(system);
    const id = await publishedTag(from);
    await entries.tag.save({ id, expectedVersion: 1, fields: { slug: to } });
    await entries.tag.publish({ id, expectedVersion: 2 });
    return id;
  }

  test("is listed with the others, with the entry, as long as readers see that", async () => {
    const id = await moved("mixed-old", "mixed-now");
    await made().create({ path: "/mixed", target: "/a" });
    const all = await made().list({ search: "mixed" });
    expect(all.items.map(({ path }) => path).sort()).toEqual(["/mixed", "/tags/mixed-old"]);
    expect(all.items.find(({ entry }) => entry)).toMatchObject({
      path: "/tags/mixed-old",
      target: "/tags/mixed-now",
      createdBy: null,
      entry: { type: "tag", id, title: "mixed-old" },
    });
    const first = await made().list({ search: "mixed", limit: 1 });
    const second = await made().list({ search: "mixed", limit: 1, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items]).toEqual(all.items);
    expect((await made().list({ search: "mixed-now" })).items).toHaveLength(1);
    await api.as(system).entries.tag.unpublish({ id });
    expect((await made().list({ search: "mixed-old" })).items).toEqual([]);
  });

  test("can be ended, which the event says, and a redirect by hand can take its place", async () => {
    await moved("ended-old", "ended-now");
    await made().delete({ path: "/tags/ended-old" });
    expect(await leadsTo("/tags/ended-old")).toBeNull();
    expect(await codeOf(made().delete({ path: "/tags/ended-old" }))).toBe("REDIRECT_MISSING");
    expect(await codeOf(made().delete({ path: "/tags/ended-now" }))).toBe("REDIRECT_MISSING");
    expect(await api.db.event.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
      name: "redirect.deleted",
      payload: { path: "/tags/ended-old", target: "/tags/ended-now" },
    });
    await made().create({ path: "/tags/ended-old", target: "/tags/ended-now" });
    expect(await leadsTo("/tags/ended-old")).toBe("/tags/ended-now");
  });
});
