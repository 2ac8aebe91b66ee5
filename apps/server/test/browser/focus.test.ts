import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@letterpress/client";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort, type RunningServer, startServer } from "../running-server.ts";
import { owner } from "../test-owner.ts";
import { launchBrowser, openPage } from "./launch-browser.ts";

let dataDir: string;
let server: RunningServer;
let browser: Browser;
let page: Page;
let problems: string[];
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "letterpress-focus-"));
  await chmod(dataDir, 0o755);
  server = await startServer({
    PORT: await freePort(),
    HOST: "127.0.0.1",
    LETTERPRESS_DATA: dataDir,
    LETTERPRESS_OWNER_EMAIL: owner.email,
    LETTERPRESS_OWNER_PASSWORD: owner.password,
  });
  browser = await launchBrowser();
  ({ page, problems } = await openPage(browser));
  await page.goto(`${server.url}/studio`);
  await page.getByLabel("Email address").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Articles" }).waitFor();
}, 90_000);
afterAll(async () => {
  await browser.close();
  server.child.kill("SIGTERM");
  await server.ended;
  await rm(dataDir, { recursive: true, force: true });
}, 30_000);

const open = async (path: string) => {
  await page.goto(`${server.url}/studio${path}`);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
};
/** Presses a button as people without a mouse do. */
async function press(name: string | RegExp) {
  await page.getByRole("button", { name, exact: true, disabled: false }).first().focus();
  await page.keyboard.press("Enter");
}

/** What has the focus. */
const focused = () =>
  page.evaluate<string>(`{
    const it = document.activeElement;
    it === document.body ? "nothing" : it.getAttribute("aria-label") || (it.id === "main" ? "the page" : it.textContent);
  }`);
const expectFocus = (name: string | RegExp) =>
  expect
    .poll(focused, { timeout: 10_000 })
    .toMatch(typeof name === "string" ? new RegExp(`^${name}$`) : name);

// What others do shows live, and may redraw a list just when a key is pressed: then it is tried once more.
const options = { timeout: 60_000, retry: 1 };

test("the focus comes back from the dialogs of an entry, also from the second of two", options, async () => {
  await open("/entries/tag/new");
  await page.getByRole("textbox", { name: "Name" }).fill("Kept focus");
  await press("Save");
  await page
    .getByRole("status")
    .filter({ hasText: /^Saved/ })
    .waitFor();
  await expectFocus("Save");
  await press("Publish");
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).waitFor();
  await page.keyboard.press("Escape");
  await expectFocus("Publish");

  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await press(/^Schedule instead/);
  await page.getByRole("dialog", { name: "Schedule" }).waitFor();
  await page.keyboard.press("Escape");
  await expectFocus("Publish");

  await page.keyboard.press("Enter");
  await expectFocus("Publish");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "Publish" })
    .and(page.locator(":focus"))
    .waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expectFocus("Publish");

  await press("More actions");
  await page.getByRole("menuitem", { name: /Unpublish/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("alertdialog").waitFor();
  await page.keyboard.press("Escape");
  await expectFocus("More actions");
});

test("the focus stays in a list when what had it goes", options, async () => {
  await open("/redirects");
  const rows = page.getByRole("main").getByRole("listitem");
  for (const path of ["/one", "/two"]) {
    await page.getByLabel("From").fill(path);
    await page.getByLabel("To").fill("/");
    await page.keyboard.press("Enter");
    await rows.filter({ hasText: path }).waitFor();
  }
  await rows.first().getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => rows.count()).toBe(1);
  expect(await focused()).not.toBe("nothing");
  expect(await rows.first().locator(":focus").count()).toBe(1);

  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const me = createClient({ url: server.url, headers: { cookie, origin: server.url } });
  await me.entries.tag.create({ fields: { name: "Soon gone" } });
  await open("/entries/tag?search=Soon");
  await page.getByRole("checkbox", { name: "Select Soon gone" }).check();
  await press("More with the selected");
  await page.getByRole("menuitem", { name: "Move to bin" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("alertdialog").getByRole("button", { name: "Move to bin" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("1 tag is in the bin.").first().waitFor();
  await expect.poll(focused).not.toBe("nothing");

  await open("/bin");
  await press("Delete Soon gone for good");
  await page.getByRole("alertdialog").waitFor();
  await page.keyboard.press("Escape");
  await expectFocus("Delete Soon gone for good");
});

test("the focus comes back from the dialogs of a release", { timeout: 60_000 }, async () => {
  await open("/releases");
  await press("New release");
  await page.getByLabel("Name").fill("Focused");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Focused" }).waitFor();
  await page.getByRole("combobox", { name: "Add an entry" }).fill("t");
  await page.getByRole("option").first().click();
  await page.getByText("All of it is ready to be published.").waitFor();
  await press(/^Schedule/);
  const at = page.getByLabel("Day and time");
  await at.fill("2001-07-01T12:00");
  await page.getByText("This time has passed: choose a later one.").waitFor();
  await at.fill("2101-01-01T12:00");
  await page.keyboard.press("Escape");
  await expectFocus(/^Schedule/);
  expect(problems).toEqual([]);
});
