import { Agent } from "node:http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { signedInClient, startTestApp, type TestApp } from "../test-app.ts";
import { rawRequest } from "./raw-request.ts";

const agent = new Agent({ keepAlive: true });
let app: TestApp;
let press: Awaited<ReturnType<typeof signedInClient>>;

beforeAll(async () => {
  app = await startTestApp();
  press = await signedInClient(app.url);
  await vi.waitFor(() => expect(app.deps.invalidation.isCurrent).toBe(true), { timeout: 10_000 });
});
afterAll(async () => {
  agent.destroy();
  await app[Symbol.asyncDispose]();
});

const ask = (path: string) => rawRequest(agent, app.url, path);
const call = (name: string, input: object) =>
  `/trpc/content.${name}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;

async function published(type: "article" | "person" | "tag", fields: Record<string, unknown>) {
  const { id, version } = await press.entries[type].create({ fields: fields as never });
  await press.entries[type].publish({ id, expectedVersion: version });
  return { id, version };
}

async function publishAgain({ id, version }: { id: string; version: number }, fields: object): Promise<void> {
  const saved = await press.entries.article.save({ id, expectedVersion: version, fields: fields as never });
  await press.entries.article.publish({ id, expectedVersion: saved.version });
}

/** Asks for all of them until they are kept; gives a function that tells which of them have been dropped since. */
async function keep<Name extends string>(paths: Record<Name, string>): Promise<() => Promise<Name[]>> {
  const named = Object.entries(paths) as [Name, string][];
  for (const [name, path] of named) {
    await ask(path);
    expect((await ask(path)).isKept, name).toBe(true);
  }
  return async () => {
    const answers = await Promise.all(named.map(async ([name, path]) => ({ name, ...(await ask(path)) })));
    return answers.filter(({ isKept }) => !isKept).map(({ name }) => name);
  };
}

test("a change drops the answers that it is in or may come into, and no others", async () => {
  const [ada, bob] = [await published("person", { name: "Ada" }), await published("person", { name: "Bob" })];
  const [ink, paper] = [await published("tag", { name: "Ink" }), await published("tag", { name: "Paper" })];
  const first = { title: "First", slug: "first", body: "One.", author: ada.id, tags: [ink.id] };
  const one = await published("article", first);
  await published("article", {
    title: "Second",
    slug: "second",
    body: "Two.",
    author: bob.id,
    tags: [paper.id],
  });

  const paths = {
    one: call("article.get", { slug: "first" }),
    two: call("article.get", { slug: "second" }),
    all: call("article.list", { limit: 5, select: { title: true } }),
    counted: call("article.list", {
      limit: 1,
      count: true,
      orderBy: "publishedAt",
      where: { title: "Second" },
    }),
    ofInk: call("article.list", { where: { tags: "ink" } }),
    ofPaper: call("article.list", { where: { tags: "paper" } }),
    ofBob: call("article.list", { where: { author: bob.id } }),
    ada: call("person.get", { slug: "ada" }),
    adaWithArticles: call("person.get", { slug: "ada", include: { "article.author": true } }),
    bobWithArticles: call("person.get", { slug: "bob", include: { "article.author": true } }),
    tags: call("tag.list", {}),
    page: "/first",
    otherPage: "/second",
    front: "/",
    inkPage: "/tags/ink",
    paperPage: "/tags/paper",
    feed: "/feed.xml",
  };
  let dropped = await keep(paths);
  await publishAgain(one, { ...first, body: "One more." });
  // The other article's page leads on to the first one.
  expect(await dropped()).toEqual([
    "one",
    "all",
    "counted",
    "ofInk",
    "adaWithArticles",
    "page",
    "otherPage",
    "front",
    "inkPage",
    "feed",
  ]);

  // It comes into a list that it was not in.
  dropped = await keep(paths);
  await publishAgain(
    { ...one, version: one.version + 1 },
    { ...first, tags: [ink.id, paper.id], author: bob.id },
  );
  expect(await dropped()).toEqual([
    "one",
    "all",
    "counted",
    "ofInk",
    "ofPaper",
    "ofBob",
    "adaWithArticles",
    "bobWithArticles",
    "page",
    "otherPage",
    "front",
    "inkPage",
    "paperPage",
    "feed",
  ]);

  dropped = await keep({
    one: paths.one,
    tags: paths.tags,
    ofInk: paths.ofInk,
    adaWithArticles: paths.adaWithArticles,
  });
  await press.entries.article.unpublish({ id: one.id });
  expect(await dropped()).toEqual(["one", "ofInk"]);
  expect((await ask(paths.one)).status).toBe(404);
});

test("a draft that is saved, a comment and a person who signs in drop nothing", async () => {
  const ada = await published("person", { name: "Cy" });
  const fields = { title: "Third", slug: "third", body: "Three.", author: ada.id };
  const three = await published("article", fields);
  const dropped = await keep({ page: "/third", front: "/", three: call("article.get", { slug: "third" }) });
  await press.entries.article.save({
    id: three.id,
    expectedVersion: three.version,
    fields: { ...fields, title: "Not yet" },
  });
  await press.comments.create({ entryId: three.id, body: "Good." });
  await signedInClient(app.url);
  expect(await dropped()).toEqual([]);
});

test("an old slug that leads to an entry leads nowhere once its redirect has ended", async () => {
  const author = await published("person", { name: "Di" });
  const fields = { title: "Fourth", slug: "fourth", body: "Four.", author: author.id };
  const four = await published("article", fields);
  await publishAgain(four, { ...fields, slug: "fourth-again" });
  const old = call("article.get", { slug: "fourth" });
  const dropped = await keep({ old });
  await press.redirects.delete({ path: "/fourth" });
  expect(await dropped()).toEqual(["old"]);
  expect((await ask(old)).status).toBe(404);
});

test("fifty who ask at once for what is not kept get one answer, and a stranger's question costs no other", async () => {
  const author = await published("person", { name: "Eve" });
  await published("article", { title: "Fifth", slug: "fifth", body: "Five.", author: author.id });
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => ask(call("article.get", { slug: "fifth" }))),
  );
  expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1);
  const spelled = `/trpc/content.article.get?input=${encodeURIComponent('{ "json" : {"slug":"fifth"} }')}`;
  expect((await ask(spelled)).headers.etag).toBe(answers[0]?.headers.etag);
  expect((await ask(spelled)).isKept).toBe(true);
});

test("an answer is sent in the encoding that its caller takes, and not again to whoever has it", async () => {
  const path = "/second";
  const plain = await rawRequest(agent, app.url, path);
  const tags = new Set([plain.headers.etag]);
  for (const encoding of ["br", "gzip"]) {
    const accepted = { "accept-encoding": `${encoding}, x;q=0` };
    await rawRequest(agent, app.url, path, accepted);
    const { headers, body, isKept } = await rawRequest(agent, app.url, path, accepted);
    expect(isKept).toBe(true);
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers.vary).toBe("accept-encoding");
    expect(body.length).toBeLessThan(plain.body.length / 2);
    expect(headers["content-length"]).toBe(String(body.length));
    tags.add(headers.etag);
    const again = await rawRequest(agent, app.url, path, {
      ...accepted,
      "if-none-match": `W/${headers.etag}`,
    });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const head = await rawRequest(agent, app.url, path, { ...accepted, ":method": "HEAD" });
    expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([
      200,
      0,
      headers["content-length"],
    ]);
  }
  expect(tags.size).toBe(3);
});

test("a database that comes back without its latest changes is not answered for from what it had", async () => {
  const { db, invalidation } = app.deps;
  const author = await published("person", { name: "Flo" });
  const fields = { title: "Sixth", slug: "sixth", body: "Six.", author: author.id };
  const six = await published("article", fields);
  const [before] = await db.$queryRaw<{ id: bigint }[]>`SELECT max(id) AS id FROM event`;
  const old = await db.publishedEntry.findUniqueOrThrow({ where: { entryId: six.id } });
  await publishAgain(six, { ...fields, title: "Lost" });
  const path = call("article.get", { slug: "sixth" });
  await keep({ path });
  expect(String((await ask(path)).body)).toContain("Lost");

  // As when a standby takes over that had not got the last of it.
  await db.$executeRaw`DELETE FROM event WHERE id > ${before?.id ?? 0n}`;
  await db.$queryRaw`SELECT setval('event_id_seq', ${before?.id ?? 0n}::bigint)`;
  await db.publishedEntry.update({ where: { entryId: six.id }, data: { fields: old.fields as object } });
  await db.$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`.catch(() => undefined);
  await vi.waitFor(() => expect(invalidation.isCurrent).toBe(false), { timeout: 10_000, interval: 1 });
  await vi.waitFor(() => expect(invalidation.isCurrent).toBe(true), { timeout: 20_000 });
  expect(String((await ask(path)).body)).toContain("Sixth");
  expect((await ask(path)).isKept).toBe(true);
  await press.entries.article.unpublish({ id: six.id });
  expect((await ask(path)).status).toBe(404);
});
