import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@letterpress/client";
import { build, preview } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPage } from "./browser/launch-browser.ts";
import { runScript } from "./run-script.ts";
import { freePort, type RunningServer, startServer } from "./running-server.ts";
import { signedInClient } from "./test-app.ts";
import { owner } from "./test-owner.ts";

const examples = fileURLToPath(new URL("../../../examples/", import.meta.url));

let dataDir: string;
let server: RunningServer;
let url: string;
let apiKey: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "letterpress-examples-"));
  await chmod(dataDir, 0o755);
  server = await startServer({
    PORT: await freePort(),
    HOST: "127.0.0.1",
    LETTERPRESS_DATA: dataDir,
    LETTERPRESS_OWNER_EMAIL: owner.email,
    LETTERPRESS_OWNER_PASSWORD: owner.password,
  });
  url = server.url;
  const { apiKeys } = await signedInClient(url);
  apiKey = (await apiKeys.create({ name: "example", scope: "write" })).token;
}, 60_000);
afterAll(async () => {
  server.child.kill("SIGTERM");
  await server.ended;
  await rm(dataDir, { recursive: true, force: true });
}, 30_000);

test("the Node script lists the newest articles, of all tags or of one", async () => {
  const script = join(examples, "node-script/src/latest.ts");
  const all = await runScript(script, [], { PRESS_URL: url });
  expect(all).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^\d{4}-\d\d-\d\d {2}.+ by .+ \(.+\)$/m),
  });
  expect(all.output).toMatch(/5 of [6-9]\s*$/);
  const some = await runScript(script, ["type"], { PRESS_URL: url });
  expect(some.output.split("\n").filter((line) => /^\d{4}/.test(line)).length).toBeLessThan(5);
});

test("the Node script says what is wrong when nobody answers", async () => {
  const script = join(examples, "node-script/src/latest.ts");
  const { code, output } = await runScript(script, [], { PRESS_URL: "http://127.0.0.1:9" });
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining("UNREACHABLE") });
});

test("the Node script publishes a page with an API key", async () => {
  const script = join(examples, "node-script/src/publish-note.ts");
  const settings = { PRESS_URL: url, LETTERPRESS_API_KEY: apiKey };
  const { output } = await runScript(script, ["Closed on Monday", "We are back on *Tuesday*."], settings);
  expect(output).toBe("Published at /pages/closed-on-monday\n");
  const page = await createClient({ url }).content.page.get({ slug: "closed-on-monday" });
  expect(page.body.html).toContain("<em>Tuesday</em>");
  const wrong = await runScript(script, ["A", "B"], { ...settings, LETTERPRESS_API_KEY: `${apiKey}x` });
  expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining("API_KEY") });
});

test("the Vite page shows articles from another origin, and those of a tag", {
  timeout: 60_000,
}, async () => {
  const root = join(examples, "vite-page");
  const outDir = await mkdtemp(join(tmpdir(), "letterpress-vite-page-"));
  process.env.VITE_PRESS_URL = url;
  await build({ root, configFile: false, logLevel: "silent", build: { outDir, target: "esnext" } });
  delete process.env.VITE_PRESS_URL;
  const site = await preview({
    root,
    configFile: false,
    logLevel: "silent",
    build: { outDir },
    preview: { port: 0, host: "127.0.0.1" },
  });
  const browser = await launchBrowser();
  try {
    const { page, problems } = await openPage(browser);
    await page.goto(site.resolvedUrls?.local[0] ?? "");
    await page
      .getByRole("status")
      .filter({ hasText: /^\d+ articles$/ })
      .waitFor();
    const before = await page.getByRole("listitem").count();
    expect(before).toBeGreaterThan(4);
    await page.getByLabel("Tag").selectOption({ index: 1 });
    await page
      .getByRole("status")
      .filter({ hasText: /^\d articles?$/ })
      .waitFor();
    await expect.poll(() => page.getByRole("listitem").count()).toBeLessThan(before);
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
    await site.close();
    await rm(outDir, { recursive: true });
  }
});
