import { expect, test } from "vitest";
import { memoryPress } from "./memory-press.ts";
import { readPage } from "./read-page.ts";
import { article, referenceTo, tag } from "./test-entries.ts";

const inks = tag({ slug: "inks" });
const press = memoryPress({
  article: [article({ slug: "two-inks", tags: [referenceTo(inks)] }), article({ slug: "café" })],
  tag: [inks],
});

test.each([
  ["/two-inks/", "/two-inks"],
  ["/Two-Inks", "/two-inks"],
  ["/tags//inks", "/tags/inks"],
  ["/Tags/Inks/?after=x", "/tags/inks?after=x"],
  ["/caf%c3%a9", "/caf%C3%A9"],
  ["/FEED.XML/", "/feed.xml"],
  ["//", "/"],
  ["//two-inks//", "/two-inks"],
])("%s leads to %s for good", async (address, location) => {
  expect(await readPage(press, address)).toMatchObject({ status: 301, location });
});

test("no address sends readers to another site", async () => {
  for (const address of ["//evil.example/", "/\\evil.example/", "/%2F%2Fevil.example/"]) {
    const { status, location } = await readPage(press, address);
    expect([status, location]).toEqual([404, undefined]);
  }
});

test("what cannot be an entry's address is a 404 and is not looked up", async () => {
  const unasked = memoryPress({});
  unasked.content.article.get = () => Promise.reject(new Error("was looked up"));
  for (const address of ["/%00", "/%ff", "/a.php", `/${"a".repeat(161)}`, "/tags/inks/more"])
    expect((await readPage(unasked, address)).status).toBe(404);
});

test("a missing page has the same bytes at every address, and search results leave it out", async () => {
  const first = await readPage(press, "/nothing");
  const second = await readPage(press, "/tags/nothing?after=x");
  expect(first.status).toBe(404);
  expect(second.body).toBe(first.body);
  expect(first.body).toContain('<meta name="robots" content="noindex"/>');
  expect(first.body).toContain('href="/two-inks"');
});

test.each(["/?after=bad", "/tags/inks?after=bad", "/?after="])(
  "a bad cursor, as in %s, is a 404",
  async (address) => {
    expect((await readPage(press, address)).status).toBe(404);
  },
);

test("a procedure that fails is not a missing page", async () => {
  const broken = memoryPress({});
  broken.content.article.get = () => Promise.reject(new Error("no database"));
  await expect(readPage(broken, "/two-inks")).rejects.toThrow("no database");
});
