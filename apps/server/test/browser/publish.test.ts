import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort, type RunningServer, startServer } from "../running-server.ts";
import { owner } from "../test-owner.ts";
import { launchBrowser, openPage } from "./launch-browser.ts";

let dataDir: string;
let server: RunningServer;
let browser: Browser;
let link: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "letterpress-browser-"));
  await chmod(dataDir, 0o755);
  const settings = { PORT: await freePort(), HOST: "127.0.0.1", LETTERPRESS_DATA: dataDir };
  server = await startServer({ ...settings, PUBLIC_URL: `http://127.0.0.1:${settings.PORT}` });
  link = /http\S+set-up#\S+/.exec(server.output())?.[0] ?? "";
  browser = await launchBrowser();
}, 90_000);
afterAll(async () => {
  await browser.close();
  server.child.kill("SIGTERM");
  await server.ended;
  await rm(dataDir, { recursive: true, force: true });
}, 30_000);

test("from the set-up link to a published article, and away again", { timeout: 90_000 }, async () => {
  const { page, problems } = await openPage(browser);
  const reader = await openPage(browser, { javaScriptEnabled: false });

  await page.goto(link);
  await page.getByLabel("Your name").fill(owner.name);
  await page.getByLabel("Email address").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Create owner account" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();

  await page.getByLabel("Email address").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();

  await page.getByRole("link", { name: "Articles" }).click();
  await page.getByRole("link", { name: "New article" }).click();
  await page.getByLabel("Title").fill("Written in a browser");
  await page.getByLabel("Standfirst").fill("A cover, a text, a reader.");
  await page.getByRole("textbox", { name: "Body" }).click();
  await page.keyboard.type("Words with **weight**.");
  const cover = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#2d3fa8" } })
    .png()
    .toBuffer();
  await page
    .getByRole("group", { name: "Cover" })
    .locator("input[type=file]")
    .setInputFiles({ name: "blue.png", mimeType: "image/png", buffer: cover });
  await page.getByRole("group", { name: "Cover" }).getByRole("button", { name: "Remove" }).waitFor();
  await page.getByRole("combobox", { name: "Author" }).fill("Nuala");
  await page.getByRole("option", { name: /Nuala/ }).first().click();
  await page.getByRole("link", { name: "Nuala Brannigan" }).waitFor();

  const address = `${server.url}/written-in-a-browser`;
  await page.keyboard.press("Control+s");
  await page
    .getByRole("status")
    .filter({ hasText: /^Saved/ })
    .waitFor();
  expect((await reader.page.goto(address))?.status()).toBe(404);

  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const plan = page.getByRole("dialog");
  await plan.getByText("/written-in-a-browser · a new page").waitFor();
  await plan.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByText("Published", { exact: true }).first().waitFor();
  expect((await reader.page.goto(address))?.status()).toBe(200);
  expect(await reader.page.getByRole("heading", { level: 1 }).textContent()).toBe("Written in a browser");
  expect(await reader.page.locator("strong").filter({ hasText: "weight" }).count()).toBe(1);
  const picture = reader.page.locator("main img").first();
  expect(await picture.getAttribute("width")).toBe("900");
  expect(await picture.getAttribute("srcset")).toContain("640.webp 640w");
  await reader.page.goto(server.url);
  expect(await reader.page.getByRole("link", { name: "Written in a browser" }).count()).toBeGreaterThan(0);

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Unpublish" }).click();
  await page.getByRole("button", { name: "Unpublish" }).click();
  await page.getByText("Unpublished", { exact: true }).first().waitFor();
  expect((await reader.page.goto(address))?.status()).toBe(404);

  expect(problems).toEqual([]);
  expect(reader.problems).toEqual([]);
});

test("the set-up link does not work a second time", { timeout: 60_000 }, async () => {
  const { page } = await openPage(browser);
  await page.goto(link);
  await page.getByLabel("Your name").fill("Somebody Else");
  await page.getByLabel("Email address").fill("else@example.com");
  await page.getByLabel("Password").fill("another long password");
  await page.getByRole("button", { name: "Create owner account" }).click();
  await page.getByRole("heading", { name: "Already set up" }).waitFor();
});
