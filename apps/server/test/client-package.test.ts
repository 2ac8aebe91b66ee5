import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
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
  await press.content.article.list({ where: { title: "x" } });
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

test("the package is the same bytes each time, and is not sent twice", async () => {
  const first = await fetch(`${server.url}/client.tgz`);
  const second = await fetch(`${server.url}/client.tgz`);
  expect(await second.bytes()).toEqual(await first.bytes());
  const etag = first.headers.get("etag") ?? "";
  const again = await fetch(`${server.url}/client.tgz`, { headers: { "if-none-match": etag } });
  expect(again.status).toBe(304);
});
