import { recordingDb } from "@letterpress/db/testing/recording-db";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { signedInClient, startTestApp, type TestApp } from "../test-app.ts";

let server: TestApp;
let recording: ReturnType<typeof recordingDb>;
beforeAll(async () => {
  server = await startTestApp();
  await publishSome();
  recording = recordingDb(server.databaseUrl);
  // From here on every statement is kept.
  server.deps.db = recording.db;
  server.deps.reads = recording.db;
  await vi.waitFor(() => expect(server.deps.invalidation.isCurrent).toBe(true), { timeout: 10_000 });
  // The links of masthead and foot, and the cards of the tag.
  await read("/proof-2");
});
afterAll(async () => {
  await recording.db.close();
  await server[Symbol.asyncDispose]();
});

/** More articles than the front page has room for, of one author and with the same two tags. */
async function publishSome() {
  const { entries, redirects } = await signedInClient(server.url);
  const expectedVersion = 1;
  const tags: string[] = [];
  for (const name of ["Inks", "Papers"]) {
    const { id } = await entries.tag.create({ fields: { name } });
    await entries.tag.publish({ id, expectedVersion });
    tags.push(id);
  }
  const { id: author } = await entries.person.create({ fields: { name: "Ada" } });
  await entries.person.publish({ id: author, expectedVersion });
  const { id: about } = await entries.page.create({ fields: { title: "About", body: "Us." } });
  await entries.page.publish({ id: about, expectedVersion });
  for (let number = 1; number <= 14; number++) {
    const fields = { title: `Proof ${number}`, body: "Words.", author, tags, featured: number === 3 };
    const { id } = await entries.article.create({ fields });
    await entries.article.publish({ id, expectedVersion });
  }
  await redirects.create({ path: "/by-hand", target: "/alone" });
  const { id: alone } = await entries.article.create({ fields: { title: "Alone", body: "Words.", author } });
  await entries.article.publish({ id: alone, expectedVersion });
}

async function read(path: string) {
  recording.statements.length = 0;
  const response = await fetch(server.url + path, { redirect: "manual" });
  return { status: response.status, body: await response.text(), statements: [...recording.statements] };
}

// Each list or entry is one, with all that belongs to it. Where there is no page, two more look for a redirect.
test.each([
  ["the front page", 2, 200, "/"],
  ["an article that others share a tag with", 1, 200, "/proof-1"],
  ["an article without tags", 2, 200, "/alone"],
  ["a tag", 2, 200, "/tags/inks"],
  ["a person", 2, 200, "/authors/ada"],
  ["a page", 1, 200, "/pages/about"],
  ["the RSS feed", 1, 200, "/feed.xml"],
  ["the JSON feed", 1, 200, "/feed.json"],
  ["the sitemap", 4, 200, "/sitemap.xml"],
  ["nothing at an address", 4, 404, "/nothing"],
  ["a way to the right spelling", 1, 301, "/Proof-1"],
  ["a hand-made redirect", 4, 301, "/by-hand"],
])("%s takes %i SQL statements, once what pages share is kept", async (_what, count, status, path) => {
  const answer = await read(path);
  expect(answer.status).toBe(status);
  expect(answer.statements, answer.statements.join("\n\n")).toHaveLength(count);
});

test("what needs nothing from the database takes no connection", async () => {
  expect(await read("/robots.txt")).toMatchObject({ status: 200, statements: [] });
});

test("an older page of the front page takes an SQL statement", async () => {
  const older = /class="paging-older" href="([^"]*)"/.exec((await read("/")).body)?.[1] ?? "";
  const { status, statements } = await read(older);
  expect([status, statements.length]).toEqual([200, 1]);
});

test("a page between whose reads something happens is read again in a snapshot", async () => {
  const { reads } = server.deps;
  const press = await signedInClient(server.url);
  let isToHappen = true;
  server.deps.reads = {
    ...reads,
    inSnapshot: (fn) => reads.inSnapshot(fn),
    async query(...asked) {
      const rows = await reads.query<never>(...asked);
      if (isToHappen) {
        isToHappen = false;
        await press.entries.tag.create({ fields: { name: "Plates" } });
      }
      return rows;
    },
  };
  const { status, body, statements } = await read("/proof-7");
  server.deps.reads = reads;
  expect([status, body.includes("Proof 7")]).toEqual([200, true]);
  expect(statements.filter((text) => text.includes("COMMIT")).length).toBeGreaterThan(0);
});
