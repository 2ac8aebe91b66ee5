import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@letterpress/client";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort, type RunningServer, startServer } from "../running-server.ts";
import { owner } from "../test-owner.ts";
import { expectValue } from "./expect-value.ts";
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

/** Nobody leaves what has not been drawn yet. */
async function leave(role: "dialog" | "alertdialog") {
  await page
    .getByRole(role)
    .locator(":focus")
    .or(page.getByRole(role).and(page.locator(":focus")))
    .waitFor();
  await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))");
  await page.keyboard.press("Escape");
  await page.getByRole(role).waitFor({ state: "detached" });
}

/** What has the focus. */
const focused = () =>
  page.evaluate<string>(`{
    const it = document.activeElement;
    it === document.body ? "nothing" : it.getAttribute("aria-label") || (it.id === "main" ? "the page" : it.textContent);
  }`);
const expectFocus = (name: string | RegExp) =>
  expect.poll(focused).toMatch(typeof name === "string" ? new RegExp(`^${name}$`) : name);

test("the focus comes back from the dialogs of an entry, also from the second of two", async () => {
  await open("/entries/tag/new");
  await page.getByRole("textbox", { name: "Name" }).fill("Kept focus");
  await press("Save");
  await page
    .getByRole("status")
    .filter({ hasText: /^Saved/ })
    .waitFor();
  await expectFocus("Save");
  await press("Publish");
  await leave("dialog");
  await expectFocus("Publish");

  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await press(/^Schedule instead/);
  await page.getByRole("dialog", { name: "Schedule" }).waitFor();
  await leave("dialog");
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
  await leave("alertdialog");
  await expectFocus("More actions");
});

test("a plan that comes late takes the focus from nobody who has moved it", async () => {
  await open("/entries/tag/new");
  await page.getByRole("textbox", { name: "Name" }).fill("Planned late");
  await press("Save");
  await page
    .getByRole("status")
    .filter({ hasText: /^Saved/ })
    .waitFor();
  const late = Promise.withResolvers<void>();
  await page.route("**/trpc/entries.tag.publishPlan**", async (route) => {
    await late.promise;
    await route.continue();
  });
  await press("Publish");
  const cancel = page.getByRole("dialog").getByRole("button", { name: "Cancel" });
  await page.getByRole("dialog").and(page.locator(":focus")).waitFor();
  await cancel.focus();
  late.resolve();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "Publish", exact: true, disabled: false })
    .waitFor();
  await expectFocus("Cancel");
  await page.unrouteAll();
  await leave("dialog");
});

test("the focus stays in a list when what had it goes", async () => {
  await open("/redirects");
  const rows = page.getByRole("main").getByRole("listitem");
  for (const path of ["/one", "/two"]) {
    await page.getByLabel("From").fill(path);
    await page.getByLabel("To").fill("/");
    await page.keyboard.press("Enter");
    await rows.filter({ hasText: path }).waitFor();
    // Others see it as soon: until it is answered, the form is busy.
    await expectValue(page.getByLabel("From")).toBe("");
  }
  await rows.first().getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => rows.count()).toBe(1);
  await rows.locator(":focus").waitFor();

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
  await leave("alertdialog");
  await expectFocus("Delete Soon gone for good");
});

test("the focus comes back from the dialogs of a release", async () => {
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
  await leave("dialog");
  await expectFocus(/^Schedule/);
  expect(problems).toEqual([]);
});
