import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { apiKeyResolver } from "@letterpress/api/api-keys/api-key-resolver";
import { createClient } from "@letterpress/client";
import { createTestDatabase, type TestDatabase } from "@letterpress/db/testing/create-test-database";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDeps } from "../src/deps.ts";
import { startTestApp } from "./test-app.ts";

const script = fileURLToPath(new URL("../src/letterpress.ts", import.meta.url));

let database: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), "letterpress-commands-"));
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

const settings = () => ({ PATH: process.env.PATH, DATABASE_URL: database.url, LETTERPRESS_DATA: dataDir });

async function letterpress(...words: string[]) {
  const env = settings();
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, ...words], { env });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

test("without a command it lists all of them", async () => {
  const { code, output } = await letterpress();
  expect(code).toBe(0);
  expect(output).toContain("import wordpress FILE");
  expect(output).toContain("user create --email");
  expect(output).toContain("key create --name");
});

describe("a command that cannot do its work says what to do, without a stack", () => {
  test.each([
    [["no-such"], 2, "Usage:"],
    [["user", "create", "--email", "x"], 2, "--email must be an email address."],
    [["user", "create", "--nope"], 2, "Unknown option '--nope'"],
    [["key", "create", "--name", "x", "--scope", "owner"], 2, "--scope: Use read or write."],
    [["key", "create", "--scope", "read"], 2, "--name: Give a name"],
    [["key", "create", "--name", "x", "--scope", "read", "--expires", "soon"], 2, "--expires: "],
    [["key", "revoke"], 2, "Give one ID"],
    [["content", "upgrade", "article"], 2, "article is no option: name a type with --type."],
    [["key", "revoke", "x"], 2, "x is no ID"],
    [["key", "revoke", "01900000-0000-7000-8000-000000000000"], 1, "API_KEY_MISSING: "],
    [["import", "wordpress"], 2, "FILE is missing."],
    [["import", "wordpress", "no-such-file.xml"], 2, "no-such-file.xml cannot be read."],
    [["import", "wordpress", tmpdir()], 2, `${tmpdir()} is a folder`],
  ])("%j", async (words, code, message) => {
    const result = await letterpress(...words);
    expect(result).toMatchObject({ code, output: expect.stringContaining(message) });
    expect(result.output).not.toMatch(/\n\s+at /);
  });
});

test("user create makes a user who can sign in with the printed password", async () => {
  const created = await letterpress(
    "user",
    "create",
    "--email",
    "Ed@Example.com",
    "--name",
    "Ed",
    "--role",
    "editor",
  );
  const password = /password: (\S+)/.exec(created.output)?.[1] ?? "";
  await using server = await startTestApp();
  const hash = (await database.db.user.findUniqueOrThrow({ where: { email: "ed@example.com" } }))
    .passwordHash;
  await server.deps.db.user.create({
    data: { email: "ed@example.com", name: "Ed", role: "editor", passwordHash: hash },
  });
  const me = await createClient({ url: server.url }).auth.signIn({ email: "ed@example.com", password });
  expect(me).toMatchObject({ name: "Ed", role: "editor" });
  const again = await letterpress(
    "user",
    "create",
    "--email",
    "ed@example.com",
    "--name",
    "Ed",
    "--role",
    "editor",
  );
  expect(again).toMatchObject({ code: 1, output: expect.stringMatching(/^EMAIL_TAKEN: /) });
});

test("key create prints a key that works, key list shows its use, and key revoke ends it", async () => {
  expect((await letterpress("key", "list")).output).toContain("There are no API keys.");
  const created = await letterpress(
    "key",
    "create",
    "--name",
    "Web site",
    "--scope",
    "read",
    "--expires",
    "7",
  );
  const [token = ""] = /lp_[\w-]{43}/.exec(created.output) ?? [];
  const resolve = apiKeyResolver(createDeps(database, { dataDir, publicUrl: "http://localhost:3000" }));
  expect(await resolve({ token, clientAddress: "" })).toMatchObject({ name: "Web site", scope: "read" });
  const { output } = await letterpress("key", "list");
  expect(output).toMatch(
    /^[\w-]{36} {2}read {3}last used \d{4}-\d\d-\d\d, expires \d{4}-\d\d-\d\d {2}Web site\n$/,
  );
  expect(output).not.toContain(token);
  const id = output.slice(0, 36);
  expect(await letterpress("key", "revoke", id)).toMatchObject({ code: 0, output: `Revoked ${id}.\n` });
  await expect(resolve({ token, clientAddress: "" })).rejects.toMatchObject({ errorCode: "API_KEY_INVALID" });
  expect((await letterpress("key", "list")).output).toContain("  revoked ");
});

test("import wordpress fetches the pictures that it can, and asks a dead host once", async () => {
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const host = createServer((_request, response) => response.end(png)).listen(0, "127.0.0.1");
  await new Promise((resolve) => host.once("listening", resolve));
  const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  const file = join(dataDir, "export.xml");
  const content = `<img src="${origin}/a.png" alt="A"><img src="http://127.0.0.1:1/b.png"><img src="http://127.0.0.1:1/c.png">`;
  await writeFile(
    file,
    `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
     <wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://blog.example</wp:base_blog_url>
     <item><title>Pictures</title><dc:creator>ann</dc:creator><content:encoded><![CDATA[${content}]]></content:encoded>
     <wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>`,
  );
  const { code, output } = await letterpress("import", "wordpress", file);
  host.close();
  expect(output).toContain("1 × picture");
  expect(output).toContain("2 of its pictures could not be fetched");
  expect(code).toBe(0);
  const row = await database.db.publishedEntry.findFirstOrThrow({ where: { type: "article" } });
  const { body } = row.fields as { body: { html: string } };
  expect(body.html).toMatch(/src="\/media\/[\w-]+\/original.png" alt="A"[^>]* width="40" height="30"/);
});

test("Ctrl-C in an import ends it without a stack, and it can be run again", {
  timeout: 60_000,
}, async () => {
  const file = join(dataDir, "long.xml");
  const items = Array.from(
    { length: 600 },
    (_, index) => `<item><title>Long ${index}</title><dc:creator>ann</dc:creator>
      <content:encoded><![CDATA[<p>Text</p>]]></content:encoded><wp:post_id>${index + 1}</wp:post_id>
      <wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>`,
  );
  await writeFile(
    file,
    `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
     <wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://long.example</wp:base_blog_url>${items.join("")}</channel></rss>`,
  );
  const child = spawn(process.execPath, [script, "import", "wordpress", file], { env: settings() });
  let output = "";
  const begun = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (text: Buffer) => {
        output += text;
        if (output.includes("100 of ")) resolve();
      });
  });
  const ended = once(child, "close");
  await begun;
  child.kill("SIGINT");
  const [code] = await ended;
  expect(output).not.toMatch(/\n\s+at |Error|Imported/);
  expect(code).toBe(130);
  const again = await letterpress("import", "wordpress", file);
  expect(again).toMatchObject({
    code: 0,
    output: expect.stringMatching(/entries were here from an earlier/),
  });
  expect(await database.db.publishedEntry.count({ where: { title: { startsWith: "Long " } } })).toBe(600);
});
