import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedInClient, startTestApp, type TestApp } from "./test-app.ts";

const run = promisify(execFile);
const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

const program = (url: string) => `
import { createClient, type Published, safe } from "@letterpress/client";

const press = createClient({ url: "${url}" });
const titleOf = (article: Published<"article">): string => article.title;

async function main() {
  const { items } = await press.content.article.list({ limit: 10 });
  for (const article of items) {
    const date: Date = article.publishedAt;
    console.log(titleOf(article), date.toISOString(), article.body.text, article.tags.length);
  }
  const missing = await safe(press.content.article.get({ slug: "no-such-article" }));
  if (!missing.ok) console.log(missing.error.code);
}

main();
`;

const mistakes = `
import { createClient, safe } from "@letterpress/client";

const press = createClient({ url: "http://localhost" });

export async function mistakes() {
  const { items } = await press.content.article.list({});
  // @ts-expect-error a misspelt field
  items[0]?.titel;
  // @ts-expect-error a type that does not exist
  press.content.artikle;
  // @ts-expect-error a field that cannot be filtered
  await press.content.article.list({ where: { body: "x" } });
  // @ts-expect-error a way of comparing that a field does not have
  await press.content.article.list({ where: { level: { gte: "beginner" } } });
  const chosen = await press.content.article.list({ select: { title: true } });
  // @ts-expect-error a field that was not selected
  chosen.items[0]?.body;
  // @ts-expect-error a reference that was not included
  items[0]?.author.name;
  for await (const message of press.events.subscribe({ lastEventId: "1" })) {
    if (message.kind === "event") {
      const at: Date = message.event.at;
      return at;
    }
    const names: string[] = message.people.map(({ name }) => name);
    // @ts-expect-error a message that only says where to resume, which the client keeps to itself
    if (message.kind === "position") return names;
  }
  // @ts-expect-error a value that is none of the choices
  await press.content.article.list({ where: { level: "expert" } });
  // @ts-expect-error a new entry without its required fields
  await press.entries.article.create({ fields: { title: "x" } });
  const saved = await safe(press.entries.article.save({ id: "x", expectedVersion: 1, fields: {} }));
  if (!saved.ok && saved.error.code === "ENTRY_STALE") {
    const version: number = saved.error.details.current.version;
    return version;
  }
  // @ts-expect-error a code that is none of the errors
  return !saved.ok && saved.error.code === "NO_SUCH_CODE";
}
`;

/** Uses the client where there is the language itself, `fetch` and what belongs to it, and nothing else. */
const bare = (code: string, url: string) => `
import { readFile } from "node:fs/promises";
import { createContext, runInContext, SourceTextModule } from "node:vm";

const kept = { outer: fetch, AbortController, Blob, FormData, URL, URLSearchParams, console };
const context = createContext(kept);
// Objects that are parsed outside would not be objects of the language in here.
runInContext(
  "globalThis.fetch = async (...request) => {" +
    "const answer = await outer(...request);" +
    "return { headers: answer.headers, json: async () => JSON.parse(await answer.text()) };" +
  "}", context);
const client = new SourceTextModule(await readFile(${JSON.stringify(code)}, "utf8"), { context });
const app = new SourceTextModule(\`
  import { createClient, safe } from "@letterpress/client";
  const press = createClient({ url: "${url}" });
  const { items } = await press.content.article.list({ limit: 1 });
  const codes = [];
  for (const call of [() => press.entries.article.list({}), () => press.upload(new Blob(["x"]))])
    codes.push((await safe(call())).error.code);
  const gone = [typeof process, typeof Buffer, typeof setTimeout, typeof File];
  console.log(items[0].title, items[0].publishedAt.toISOString(), ...codes, ...new Set(gone));
\`, { context });
await client.link(() => { throw new Error("It imports something."); });
await app.link(() => client);
await app.evaluate();
`;

let server: TestApp;
let folder: string;
beforeAll(async () => {
  server = await startTestApp();
  const press = await signedInClient(server.url);
  const person = await press.entries.person.create({ fields: { name: "Ann" } });
  await press.entries.person.publish({ id: person.id, expectedVersion: 1 });
  const article = await press.entries.article.create({
    fields: { title: "Typed", body: "Some *words*.", author: person.id },
  });
  const publishedAt = new Date("2026-01-02T03:04:05Z");
  await press.entries.article.publish({ id: article.id, expectedVersion: 1, publishedAt });

  folder = await mkdtemp(join(tmpdir(), "letterpress-consumer-"));
  await writeFile(join(folder, "package.json"), '{ "name": "consumer", "version": "1.0.0" }');
  await writeFile(join(folder, "program.mts"), program(server.url));
  await writeFile(join(folder, "mistakes.mts"), mistakes);
  await run("npm", ["install", "--no-audit", "--no-fund", `${server.url}/client.tgz`], { cwd: folder });
}, 60_000);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

describe("an app that installed /client.tgz", () => {
  test.each([
    ["nodenext", "nodenext"],
    ["preserve", "bundler"],
  ])("type-checks under module %s, strict and with every library checked", async (module, resolution) => {
    const settings = ["--strict", "--skipLibCheck", "false", "--target", "es2022", "--outDir", "out"];
    const modules = ["--module", module, "--moduleResolution", resolution, "--types", ""];
    await run(tsc, [...settings, ...modules, "program.mts", "mistakes.mts"], { cwd: folder }).catch(
      (error: { stdout: string }) => expect.fail(error.stdout),
    );
  });

  test("runs and reads published entries", async () => {
    const { stdout } = await run(process.execPath, ["program.mts"], { cwd: folder });
    expect(stdout).toBe("Typed 2026-01-02T03:04:05.000Z Some words. 0\nENTRY_MISSING\n");
  });

  test("got one package without dependencies, whose code and types import nothing", async () => {
    const installed = join(folder, "node_modules/@letterpress/client");
    const manifest = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+-model-[0-9a-f]{12}$/);
    for (const file of ["index.js", "index.d.ts"])
      expect(await readFile(join(installed, file), "utf8")).not.toMatch(/^(import|export) .*from ["']/m);
  });
});

test("its code is at most 20 KB, gzipped", async () => {
  const code = await readFile(join(folder, "node_modules/@letterpress/client/index.js"));
  expect(gzipSync(code).byteLength).toBeLessThanOrEqual(20_000);
});

test("it runs where there is little more than fetch", async () => {
  const code = join(folder, "node_modules/@letterpress/client/index.js");
  await writeFile(join(folder, "bare.mjs"), bare(code, server.url));
  const words = ["--experimental-vm-modules", "--no-warnings", "bare.mjs"];
  const { stdout } = await run(process.execPath, words, { cwd: folder });
  expect(stdout).toBe("Typed 2026-01-02T03:04:05.000Z NOT_SIGNED_IN NOT_SIGNED_IN undefined\n");
});

test("the package is the same bytes each time, and is not sent twice", async () => {
  const first = await fetch(`${server.url}/client.tgz`);
  const second = await fetch(`${server.url}/client.tgz`);
  expect(await second.bytes()).toEqual(await first.bytes());
  const etag = first.headers.get("etag") ?? "";
  const again = await fetch(`${server.url}/client.tgz`, { headers: { "if-none-match": etag } });
  expect(again.status).toBe(304);
});
