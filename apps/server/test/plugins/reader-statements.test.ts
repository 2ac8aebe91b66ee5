import { recordingDb } from "@letterpress/db/testing/recording-db";
import { afterAll, beforeAll, expect, test } from "vitest";
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

// One of each page is the links of the masthead and the foot; each other list or entry is one, with all that belongs to
// it. Where there is no page, two more look for a redirect.
/** What it costs that a page is of one moment: `COMMIT`. (`BEGIN` is sent too, and not counted.) */
const snapshot = 1;

test.each([
  ["the front page", 4, 200, "/"],
  ["an article that others share a tag with", 4, 200, "/proof-1"],
  ["an article without tags", 4, 200, "/alone"],
  ["a tag", 4, 200, "/tags/inks"],
  ["a person", 4, 200, "/authors/ada"],
  ["a page", 3, 200, "/pages/about"],
  ["the RSS feed", 1, 200, "/feed.xml"],
  ["the JSON feed", 1, 200, "/feed.json"],
  ["the sitemap", 4, 200, "/sitemap.xml"],
  ["nothing at an address", 6, 404, "/nothing"],
  ["a way to the right spelling", 1, 301, "/Proof-1"],
  ["a hand-made redirect", 4, 301, "/by-hand"],
])("%s takes %i SQL statements in a snapshot", async (_what, count, status, path) => {
  const answer = await read(path);
  expect(answer.status).toBe(status);
  expect(answer.statements, answer.statements.join("\n\n")).toHaveLength(snapshot + count);
});

test("what needs nothing from the database takes no connection", async () => {
  expect(await read("/robots.txt")).toMatchObject({ status: 200, statements: [] });
});

test("an older page of the front page takes 3 SQL statements in a snapshot", async () => {
  const older = /class="paging-older" href="([^"]*)"/.exec((await read("/")).body)?.[1] ?? "";
  const { status, statements } = await read(older);
  expect([status, statements.length]).toEqual([200, snapshot + 3]);
});
