import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, type PressClient } from "@letterpress/client";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort, type RunningServer, startServer } from "../running-server.ts";
import { owner } from "../test-owner.ts";
import { launchBrowser, openPage } from "./launch-browser.ts";

let dataDir: string;
let server: RunningServer;
let browser: Browser;
let session: Awaited<ReturnType<BrowserContext["storageState"]>>;
/** Somebody else, who works beside the person at the browser. */
let other: PressClient;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "letterpress-desk-"));
  await chmod(dataDir, 0o755);
  server = await startServer({
    PORT: await freePort(),
    HOST: "127.0.0.1",
    LETTERPRESS_DATA: dataDir,
    LETTERPRESS_OWNER_EMAIL: owner.email,
    LETTERPRESS_OWNER_PASSWORD: owner.password,
  });
  browser = await launchBrowser();
  const { page } = await openPage(browser);
  await page.goto(`${server.url}/studio`);
  await page.getByLabel("Email address").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Articles" }).waitFor();
  session = await page.context().storageState();
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  await page.context().close();
  const me = createClient({ url: server.url, headers: { cookie, origin: server.url } });
  const { token } = await me.apiKeys.create({ name: "Beside", scope: "write" });
  other = createClient({ url: server.url, apiKey: token });
}, 90_000);
afterAll(async () => {
  await browser.close();
  server.child.kill("SIGTERM");
  await server.ended;
  await rm(dataDir, { recursive: true, force: true });
}, 30_000);

/** Opens a screen of the Studio, signed in. */
async function openStudio(path: string) {
  const opened = await openPage(browser, { storageState: session });
  await opened.page.goto(`${server.url}/studio${path}`);
  await opened.page.getByRole("heading", { level: 1 }).waitFor();
  return opened;
}

/** A tag: the type with the fewest fields. */
const makeTag = (name: string) => other.entries.tag.create({ fields: { name } });
/** Not a message about it, which is an item of a list as well. */
const row = (page: Page, title: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: title });

test("what somebody else does shows in an open list, and nothing selected is lost by it", {
  timeout: 60_000,
}, async () => {
  const kept = await makeTag("Kept selected");
  const { page, problems } = await openStudio("/entries/tag");
  await page.getByRole("checkbox", { name: "Select Kept selected" }).check();
  // Nothing is loaded again by coming back to the tab.
  const made = await makeTag("Made meanwhile");
  await row(page, "Made meanwhile").waitFor();
  await row(page, "Made meanwhile").getByText("Draft", { exact: true }).waitFor();

  await other.entries.tag.publish({ id: made.id, expectedVersion: made.version });
  await row(page, "Made meanwhile").getByText("Published", { exact: true }).waitFor();
  await page.getByText("Beside published “Made meanwhile” just now.").first().waitFor();
  expect(await page.getByRole("checkbox", { name: "Select Kept selected" }).isChecked()).toBe(true);

  await other.entries.tag.delete({ id: kept.id, expectedVersion: kept.version });
  await row(page, "Kept selected").waitFor({ state: "detached" });
  expect(await page.getByRole("region", { name: "Selected entries" }).count()).toBe(0);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a lost connection is said, and what was missed comes in with the next one", {
  timeout: 60_000,
}, async () => {
  const { page } = await openPage(browser, { storageState: session });
  const stream = "**/trpc/events.subscribe*";
  await page.route(stream, (route) => route.abort());
  await page.goto(`${server.url}/studio/entries/tag`);
  await page.getByText("Not live – lists may be behind").waitFor();
  await makeTag("Made while nobody listened");
  await page.unroute(stream);
  await row(page, "Made while nobody listened").waitFor();
  await page.getByText("Not live – lists may be behind").waitFor({ state: "detached" });
  await page.context().close();
});

test("many entries are published at once, and one that cannot be says why", { timeout: 60_000 }, async () => {
  await makeTag("Bulk one");
  await makeTag("Bulk two");
  const { page, problems } = await openStudio("/entries/tag?search=Bulk");
  await page.getByRole("link", { name: /Bulk one/ }).focus();
  await page.keyboard.press("x");
  await page.getByRole("checkbox", { name: "Select Bulk two" }).check();
  await page.getByText("2 selected").waitFor();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page
    .getByRole("alertdialog", { name: "Publish 2 tags?" })
    .getByRole("button", { name: "Publish" })
    .click();
  await page.getByText("2 tags are published.").first().waitFor();
  for (const title of ["Bulk one", "Bulk two"])
    await row(page, title).getByText("Published", { exact: true }).waitFor();

  // An article without a text is not ready.
  const { id: author } = await other.entries.person.create({ fields: { name: "Bulk’s unseen author" } });
  await other.entries.article.create({ fields: { title: "Bulk without a text", body: "", author } });
  await other.entries.article.create({ fields: { title: "Bulk with one", body: "Words.", author } });
  await page.goto(`${server.url}/studio/entries/article?search=Bulk`);
  await page.getByRole("checkbox", { name: "Select Bulk without a text" }).check();
  await page.getByRole("checkbox", { name: "Select Bulk with one" }).check();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Publish" }).click();
  const failure = page.getByRole("alert");
  await failure.getByText("1 article stayed as before:").waitFor();
  await failure.getByText("Body is empty.").waitFor();
  expect(await failure.getByRole("link", { name: "Bulk without a text" }).count()).toBe(1);
  await failure.getByText(/^Readers do not see this yet/).waitFor();
  expect(await failure.getByRole("link", { name: "Bulk’s unseen author" }).count()).toBe(1);
  await page.getByText("1 selected").waitFor();
  expect(await page.getByRole("checkbox", { name: "Select Bulk without a text" }).isChecked()).toBe(true);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a release is made, filled and published as one", { timeout: 60_000 }, async () => {
  const first = await makeTag("Released first");
  await makeTag("Released second");
  const { page, problems } = await openStudio("/releases");
  await page.getByRole("button", { name: "New release" }).click();
  await page.getByLabel("Name").fill("Spring issue");
  await page.getByRole("button", { name: "Make the release" }).click();
  await page.getByRole("heading", { name: "Spring issue" }).waitFor();

  for (const title of ["Released first", "Released second"]) {
    await page.getByRole("combobox", { name: "Add an entry" }).fill(title);
    await page.getByRole("option", { name: new RegExp(title) }).click();
    await row(page, title).waitFor();
  }
  await page.getByText("All of it is ready to be published.").waitFor();

  // A later version waits until somebody takes it over.
  await other.entries.tag.save({
    id: first.id,
    expectedVersion: 1,
    fields: { name: "Released first again" },
  });
  await page.getByRole("button", { name: "Update to version 2" }).click();
  await page.getByText("Tag · version 2").waitFor();

  await page.getByRole("button", { name: "Publish now" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByText("Readers see 2 entries as saved in it.").waitFor();
  await question.getByRole("button", { name: "Publish now" }).click();
  await page
    .getByText(/^Published just now|^Published .* ago/)
    .first()
    .waitFor();
  const tags = await other.content.tag.list({ select: { name: true }, limit: 100 });
  expect(tags.items.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Released first again", "Released second"]),
  );

  await page.getByRole("link", { name: "Releases" }).first().click();
  await page.getByRole("button", { name: "Published" }).click();
  await page.getByRole("link", { name: /Spring issue/ }).waitFor();
  expect(problems).toEqual([]);
  await page.context().close();
});

test("what a release refers to and readers do not see is offered, and its entries say where they are", {
  timeout: 60_000,
}, async () => {
  const { id: author } = await other.entries.person.create({ fields: { name: "Left out of it" } });
  const article = { title: "Refers to somebody", body: "Words.", author };
  const { id: entryId } = await other.entries.article.create({ fields: article });
  const { id } = await other.releases.create({ name: "Refs" });
  await other.releases.setItem({ id, entryId, action: "publish" });
  const { page, problems } = await openStudio(`/releases/${id}`);
  await page.getByText("All of it is ready to be published.").waitFor();
  const leftOut = page.getByRole("region", { name: "Left out" });
  await leftOut.getByText("in “Refers to somebody”").waitFor();
  await leftOut.getByRole("button", { name: "Add Left out of it to the release" }).click();
  await leftOut.waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Schedule…" }).click();
  const dialog = page.getByRole("dialog", { name: "Schedule “Refs”" });
  await dialog.getByRole("button", { name: "Tomorrow at 8:00" }).click();
  await dialog.getByText("It is published by itself tomorrow at 08:00: all of it, or nothing.").waitFor();
  await dialog.getByRole("button", { name: "Schedule", exact: true }).click();
  await page.getByRole("button", { name: "Reschedule…" }).waitFor();

  await page.goto(`${server.url}/studio/entries/article?search=Refers`);
  await row(page, "Refers to somebody").getByText("in Refs, tomorrow 08:00").waitFor();
  await page.getByRole("link", { name: /Refers to somebody/ }).click();
  await page.getByRole("button", { name: "Details", exact: true }).click();
  await page.getByRole("region", { name: "Status" }).getByText("in Refs, tomorrow 08:00").waitFor();
  expect(problems).toEqual([]);
  await page.context().close();
});

test("an entry is scheduled with what it refers to, and its address is the one that readers have", {
  timeout: 60_000,
}, async () => {
  const { id: author } = await other.entries.person.create({ fields: { name: "Not seen yet" } });
  const article = { title: "Margins", body: "Words.", author, slug: "old-margins" };
  const { id } = await other.entries.article.create({ fields: article });
  await other.entries.article.publish({ id, expectedVersion: 1 });
  await other.entries.article.save({ id, expectedVersion: 1, fields: { slug: "margins" } });
  const { page, problems } = await openStudio(`/entries/article/${id}`);
  await page.getByRole("button", { name: "Details", exact: true }).click();
  const address = page.getByRole("region", { name: "Address" });
  await address.getByRole("link", { name: "/old-margins", exact: true }).waitFor();
  await address.getByText("Will be /margins once it is published").waitFor();

  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("button", { name: "Schedule instead…" }).click();
  const dialog = page.getByRole("dialog", { name: "Schedule “Margins”" });
  await dialog.getByRole("group", { name: "Schedule together" }).getByText("Not seen yet").waitFor();
  await dialog.getByRole("button", { name: "Tomorrow at 8:00" }).click();
  await dialog.getByRole("button", { name: "Schedule", exact: true }).click();
  await page
    .getByText("“Margins” will be published with one other entry tomorrow at 08:00.")
    .first()
    .waitFor();
  const [person, entry] = [
    await other.entries.person.get({ id: author }),
    await other.entries.article.get({ id }),
  ];
  expect(person.schedule?.at).toEqual(entry.schedule?.at);
  expect(entry.schedule?.version).toBe(2);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a new release that an entry cannot be put into is not left behind", { timeout: 60_000 }, async () => {
  const { id } = await makeTag("For a release of its own");
  await other.releases.create({ name: "Another one" });
  const { page } = await openPage(browser, { storageState: session, viewport: { width: 1500, height: 900 } });
  await page.goto(`${server.url}/studio/entries/tag/${id}`);
  await page.getByRole("button", { name: "Details", exact: true }).click();
  const panel = page.getByRole("complementary", { name: "About this entry" });
  await panel.getByRole("combobox", { name: "Add to release" }).selectOption("new");
  await panel.getByRole("textbox", { name: "Name of the new release" }).fill("Made at last");
  await page.route("**/trpc/releases.setItem*", (route) => route.abort());
  await panel.getByRole("button", { name: "Add", exact: true }).click();
  await panel.getByRole("alert").waitFor();
  const made = async () =>
    (await other.releases.list({ state: "open" })).items.filter(({ name }) => name === "Made at last");
  expect(await made()).toEqual([]);

  await page.unroute("**/trpc/releases.setItem*");
  await panel.getByRole("button", { name: "Add", exact: true }).click();
  await panel.getByRole("link", { name: "Made at last" }).waitFor();
  expect(await made()).toMatchObject([{ itemCount: 1 }]);
  await page.context().close();
});

test("an entry goes to the bin and comes back", { timeout: 60_000 }, async () => {
  await makeTag("Thrown away");
  const { page, problems } = await openStudio("/entries/tag?search=Thrown");
  await page.getByRole("checkbox", { name: "Select Thrown away" }).check();
  await page.getByRole("button", { name: "More with the selected" }).click();
  await page.getByRole("menuitem", { name: "Move to bin" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Move to bin" }).click();
  await page.getByRole("heading", { name: "Nothing matches “Thrown”" }).waitFor();

  await page.getByRole("link", { name: "Bin" }).click();
  await row(page, "Thrown away")
    .getByText(/deleted by Owner/)
    .waitFor();
  await page.getByRole("button", { name: "Restore Thrown away" }).click();
  await page.getByText("“Thrown away” is a draft again.").first().waitFor();
  await page.getByRole("button", { name: "Restore Thrown away" }).waitFor({ state: "detached" });
  expect((await other.entries.tag.list({ search: "Thrown away" })).items).toHaveLength(1);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a redirect is made, refused where there is a page, and its deletion undone", {
  timeout: 60_000,
}, async () => {
  const { page, problems } = await openStudio("/redirects");
  const form = page.getByRole("form", { name: "New redirect" });
  await form.getByLabel("From").fill("/pages/about");
  await form.getByLabel("To").fill("/");
  await form.getByRole("button", { name: "Add redirect" }).click();
  await form.getByText("There is a page at this address: a redirect would hide it.").waitFor();
  expect(await form.getByLabel("From").getAttribute("aria-invalid")).toBe("true");

  await form.getByLabel("From").fill("/imprint");
  await form.getByLabel("To").fill("/pages/about");
  await form.getByRole("button", { name: "Add redirect" }).click();
  await row(page, "/imprint").waitFor();
  const led = await fetch(`${server.url}/imprint`, { redirect: "manual" });
  expect([led.status, new URL(led.headers.get("location") ?? "", server.url).pathname]).toEqual([
    301,
    "/pages/about",
  ]);

  await page.getByRole("button", { name: "Delete the redirect of /imprint" }).click();
  const kept = page.getByRole("list", { name: "Redirects" }).getByText("/imprint");
  await kept.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await kept.waitFor();
  expect(problems).toEqual([]);
  await page.context().close();
});

test("the history tells who did what, and narrows to what is asked", { timeout: 60_000 }, async () => {
  const tag = await makeTag("Remembered");
  await other.entries.tag.publish({ id: tag.id, expectedVersion: 1 });
  const { page, problems } = await openStudio("/history");
  await row(page, "The API key “Beside” published Remembered").first().waitFor();
  await row(page, "The API key “Beside” made Remembered").first().waitFor();

  await page.getByLabel("What they did").selectOption("Publishing");
  await row(page, "made Remembered").waitFor({ state: "detached" });
  await row(page, "published Remembered").first().waitFor();
  await page.getByLabel("Content type").selectOption("Pages");
  await row(page, "published Remembered").waitFor({ state: "detached" });
  await page.getByLabel("Content type").selectOption("All types");
  await page.getByLabel("Person").selectOption("Owner");
  await row(page, "published Remembered").waitFor({ state: "detached" });
  expect(problems).toEqual([]);
  await page.context().close();
});
