import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packSecondClient, writeClient } from "./second-client.ts";
import { startTestApp, type TestApp } from "./test-app.ts";

const run = promisify(execFile);
const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

let server: TestApp;
let folder: string;
beforeAll(async () => {
  server = await startTestApp({ publicUrl: "https://press.example.com" });
  folder = await mkdtemp(join(tmpdir(), "letterpress-readme-"));
  const own = join(folder, "own");
  const second = join(folder, "second");
  await Promise.all([mkdir(own), mkdir(second)]);
  const packed = await packSecondClient(join(folder, "rooms"), "https://eat.example");
  await install(own, `${server.url}/client.tgz`);
  await install(second, await writeClient(folder, packed));
}, 90_000);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

async function install(app: string, from: string) {
  await writeFile(join(app, "package.json"), '{ "name": "consumer", "version": "1.0.0", "type": "module" }');
  await run("npm", ["install", "--no-audit", "--no-fund", from], { cwd: app });
}

/** Every block of code as a file; those that go on with the first one's `press` get its beginning. */
function examplesOf(readme: string): string[] {
  const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = ""]) => block);
  const beginning = /^.*?createClient\(.*?$/ms.exec(blocks[0] ?? "")?.[0] ?? "";
  return blocks.map((block) => (block.includes("createClient(") ? block : `${beginning}\n${block}`));
}

/** What the tables say, as claims about the types that the package exports. */
function claimsOf(readme: string): string {
  const claims = readme.split(/^### /m).flatMap((section) => {
    const [, type] = /`press\.content\.(\w+)`\n/.exec(section) ?? [];
    const rows = section.matchAll(/^\| `(\w+)(\??)` \| `(.*?)` \| [\w, ]* \| /gm);
    return [...rows].map(([, field, mark, text = ""]) => {
      const claimed = `${text.replaceAll("\\|", "|")}${mark ? " | undefined" : ""}`;
      return `  [true satisfies Same<Published<"${type}">["${field}"], ${claimed}>],`;
    });
  });
  return `import type { Image, JsonValue, Published, Reference, RenderedMarkdown, StoredFile } from "@letterpress/client";
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const claims: boolean[][] = [\n${claims.filter((claim) => !claim.includes(", unknown")).join("\n")}\n];
export const names: [StoredFile?, Image?, JsonValue?, Reference<"x">?, RenderedMarkdown?] = [];\n`;
}

describe.each([
  ["this publication", "own", "https://press.example.com", 4],
  ["another publication", "second", "https://eat.example", 4],
])("the README of the client of %s", (_whose, name, url, types) => {
  const path = (...parts: string[]) => join(folder, name, ...parts);
  const readme = () => readFile(path("node_modules/@letterpress/client/README.md"), "utf8");

  test("has examples and tables that hold for its own content types", { timeout: 60_000 }, async () => {
    const text = await readme();
    const examples = examplesOf(text);
    expect(examples.length).toBeGreaterThanOrEqual(9);
    const claims = claimsOf(text);
    expect(claims.match(/Published<"/g)?.length).toBeGreaterThan(10);
    const files = [...examples, claims].map((source, index) => [`block-${index}.mts`, source] as const);
    await Promise.all(files.map(([file, source]) => writeFile(path(file), source)));
    const settings = ["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--types", ""];
    await run(tsc, [...settings, ...files.map(([file]) => file)], { cwd: path() }).catch(
      ({ stdout }: { stdout: string }) => expect.fail(stdout),
    );
  });

  test("says where to install it from, and describes each type once", async () => {
    const text = await readme();
    expect(text).toContain(`npm install ${url}/client.tgz`);
    expect(text).toContain(`createClient({ url: "${url}" })`);
    expect(text.match(/^### .*`press\.content\.\w+`$/gm)).toHaveLength(types);
  });
});

describe("a client whose content model is not the server's", () => {
  const program = (url: string) => `
    import { createClient, safe } from "@letterpress/client";
    const press = createClient({ url: "${url}/" });
    await Promise.all([press.publication.get(), press.publication.get()]);
    await safe(press.entries.note?.list({}) ?? press.publication.get());
    await press.publication.get();
  `;
  const warningsOf = async (app: string) => {
    await writeFile(join(folder, app, "program.js"), program(server.url));
    return (await run(process.execPath, ["program.js"], { cwd: join(folder, app) })).stderr;
  };

  test("warns once, and says what to do", async () => {
    const warnings = await warningsOf("second");
    expect(warnings.trimEnd().split("\n")).toHaveLength(1);
    expect(warnings).toContain(`npm install ${server.url}/client.tgz`);
  });

  test("is not the client that this server packed, which says nothing", async () => {
    expect(await warningsOf("own")).toBe("");
  });
});
