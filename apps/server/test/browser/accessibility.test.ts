import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort, type RunningServer, startServer } from "../running-server.ts";
import { signedInClient } from "../test-app.ts";
import { owner } from "../test-owner.ts";
import { openFirstScreen } from "./first-screen.ts";
import { launchBrowser, openPage } from "./launch-browser.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let dataDir: string;
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "letterpress-axe-"));
  await chmod(dataDir, 0o755);
  const port = await freePort();
  server = await startServer({
    PORT: port,
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    LETTERPRESS_DATA: dataDir,
    LETTERPRESS_OWNER_EMAIL: owner.email,
    LETTERPRESS_OWNER_PASSWORD: owner.password,
  });
  browser = await launchBrowser();
}, 90_000);
afterAll(async () => {
  await browser.close();
  server.child.kill("SIGTERM");
  await server.ended;
  await rm(dataDir, { recursive: true, force: true });
}, 30_000);

/** What axe finds against WCAG 2.2 A and AA, as one line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = (await page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )) as AxeResults;
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** The panel, the revisions, the comments, and what is asked before an article is published. */
async function checkBesideTheForm(page: Page) {
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Details", exact: true }).click();
  await page
    .getByRole("tabpanel")
    .getByText(/^Readers see|^The draft/)
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("tab", { name: "Comments" }).click();
  await page.getByLabel("Comment", { exact: true }).fill("The first line is too long.");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("article").first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Standfirst").pressSequentially(" And more.");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await dialog.getByRole("button", { name: "View preview" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Schedule instead…" }).click();
  await dialog.getByLabel("Day and time").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "Revisions" }).click();
  await page.getByRole("button", { name: "What is not published yet" }).click();
  await dialog.getByRole("region", { name: "Standfirst" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page
    .getByRole("complementary", { name: "About this entry" })
    .getByRole("button", { name: "Close" })
    .click();
}

const pages = [
  "/",
  "/fold-here",
  "/the-other-voice",
  "/pages/about",
  "/tags/type",
  "/authors/joost-verhage",
  "/no-such-page",
];

/** What the first answer of a server brings over a new connection. */
const firstBytes = 14 * 1024;

describe("a page is drawn before its style sheet is there, from its first bytes, and then stays in its place:", () => {
  const phone = { viewport: { width: 390, height: 844 } };

  test.each(pages)("%s", async (path) => {
    const { page, problems } = await openPage(browser, phone);
    const { bytesToLargest, shift } = await openFirstScreen(page, server.url + path);
    expect(bytesToLargest).toBeLessThanOrEqual(firstBytes);
    expect(shift).toBeLessThan(0.02);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("an article with the longest title and standfirst", async () => {
    const press = await signedInClient(server.url);
    const { items } = await press.entries.article.list({ limit: 50 });
    const entry = items.find(({ slug }) => slug === "fold-here");
    const { version } = await press.entries.article.save({
      id: entry?.id ?? "",
      expectedVersion: entry?.version ?? 0,
      fields: { title: "Long words ".repeat(14), standfirst: "And longer ones. ".repeat(18) },
    });
    await press.entries.article.publish({ id: entry?.id ?? "", expectedVersion: version });
    const { page } = await openPage(browser, phone);
    const { bytesToLargest } = await openFirstScreen(page, `${server.url}/fold-here`);
    expect(bytesToLargest).toBeLessThanOrEqual(firstBytes);
    await page.context().close();
  });

  test("and loads no more than 30 KB of scripts, and no other fonts than it asks for at once", async () => {
    const { page } = await openPage(browser, phone);
    await page.goto(`${server.url}/authors/joost-verhage`, { waitUntil: "networkidle" });
    const loaded = (await page.evaluate(
      "performance.getEntriesByType('resource').map(({ name, initiatorType }) => ({ name, initiatorType }))",
    )) as { name: string; initiatorType: string }[];
    let scripts = 0;
    for (const { name } of loaded.filter(({ name }) => name.endsWith(".js")))
      scripts += gzipSync(await (await fetch(name)).bytes()).length;
    expect(scripts).toBeGreaterThan(0);
    expect(scripts).toBeLessThanOrEqual(30 * 1024);
    const fonts = loaded.filter(({ name }) => name.endsWith(".woff2"));
    expect(fonts.filter(({ initiatorType }) => initiatorType === "link")).toHaveLength(2);
    // Its foot has the tagline in italics.
    expect(fonts).toHaveLength(3);
    await page.context().close();
  });
});

describe.each(["light", "dark"] as const)("the %s side", (colorScheme) => {
  test.each(pages)("of %s can be read by everybody", { timeout: 60_000 }, async (path) => {
    const { page, problems } = await openPage(browser, { colorScheme });
    await page.goto(server.url + path);
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("of the Studio can be used by everybody", { timeout: 90_000 }, async () => {
    const { page, problems } = await openPage(browser, { colorScheme, reducedMotion: "reduce" });
    await page.goto(`${server.url}/studio`);
    await page.getByLabel("Email address").fill(owner.email);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel("Password").fill(owner.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "Articles" }).click();
    await page.getByRole("link", { name: /The other voice/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: /The other voice/ }).click();
    await page.getByRole("textbox", { name: "Body" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await checkBesideTheForm(page);
    await page.getByRole("link", { name: "Assets" }).click();
    await page.getByRole("heading", { name: "Assets" }).waitFor();
    expect(await violations(page)).toEqual([]);
    for (const screen of ["Calendar", "Releases", "Bin", "Redirects", "History", "API keys"]) {
      await page.getByRole("link", { name: screen, exact: true }).click();
      await page.getByRole("heading", { name: screen, level: 1 }).waitFor();
      await page.getByRole("status", { name: "Loading" }).first().waitFor({ state: "detached" });
      expect([screen, await violations(page)]).toEqual([screen, []]);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe("on a screen of 320 pixels", () => {
  test.each(pages)("%s does not scroll sideways", async (path) => {
    const { page } = await openPage(browser, { viewport: { width: 320, height: 640 } });
    await page.goto(server.url + path);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
    await page.context().close();
  });
});

test("without scripts every page and link of the site still works", async () => {
  const { page } = await openPage(browser, { javaScriptEnabled: false });
  const addresses = new Set<string>();
  for (const path of pages) {
    await page.goto(server.url + path);
    for (const href of await page
      .locator("a[href^='/']")
      .evaluateAll((links) => links.map((a) => a.getAttribute("href"))))
      if (href) addresses.add(href);
  }
  addresses.delete("/studio");
  for (const address of addresses)
    expect([address, (await fetch(server.url + address)).status]).toEqual([address, 200]);
});
