import { createUser } from "@letterpress/api/auth/create-user";
import { defineContentModel, defineType, markdown, reference, text } from "@letterpress/model";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPage } from "./launch-browser.ts";
import { startStudio } from "./start-studio.ts";

const story = defineType("story", {
  label: "Story",
  pluralLabel: "Stories",
  path: "/:slug",
  fields: { title: text(), body: markdown(), topic: reference("topic").optional() },
});
const topic = defineType("topic", { label: "Topic", path: "/topics/:slug", fields: { name: text() } });
const model = defineContentModel([story, topic]);

const password = "correct horse battery";
const people = {
  contributor: { email: "cora@example.com", name: "Cora Contributor" },
  editor: { email: "ed@example.com", name: "Ed Editor" },
} as const;

let server: Awaited<ReturnType<typeof startStudio>>;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startStudio(model), launchBrowser()]);
  for (const role of ["contributor", "editor"] as const)
    await createUser(server.deps, { kind: "system", name: "test" }, { ...people[role], role, password });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
}, 30_000);

async function signedIn(role: keyof typeof people) {
  const opened = await openPage(browser, { viewport: { width: 1300, height: 900 } });
  await opened.page.goto(`${server.url}/studio`);
  await opened.page.getByLabel("Email address").fill(people[role].email);
  await opened.page.getByLabel("Password").fill(password);
  await opened.page.getByRole("button", { name: "Sign in" }).click();
  await opened.page.getByRole("link", { name: "Stories" }).click();
  return opened;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const dialog = (page: Page) => page.getByRole("dialog");
const status = (page: Page, name: string) => page.locator("main > header").getByText(name, { exact: true });

async function writeBody(page: Page, words: string) {
  await page.getByRole("textbox", { name: "Body" }).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(words);
}

test("a story goes from its writer to its readers, and back to what it was", {
  timeout: 120_000,
}, async () => {
  const writer = await signedIn("contributor");
  const editor = await signedIn("editor");

  // The writer hands it over, with a word.
  let { page } = writer;
  await page.getByRole("link", { name: "New story" }).click();
  await page.getByLabel("Title").fill("The tide table");
  await writeBody(page, "The sea rises twice a day, and nobody asks why.");
  await page.getByRole("combobox", { name: "Topic" }).fill("Harbours");
  await page.getByRole("option", { name: /Create topic/ }).click();
  await page.getByRole("link", { name: "Harbours" }).waitFor();
  expect(await button(page, "Publish").count()).toBe(0);
  await button(page, "Submit").click();
  await dialog(page)
    .getByLabel(/What should they look at/)
    .fill("Is the ending too short?");
  await page.keyboard.press("Control+Enter");
  await status(page, "In review").waitFor();

  // The editor reads it, answers, and sends it back.
  page = editor.page;
  await page
    .getByText(/submitted “The tide table.*for review: Is the ending too short\?/)
    .first()
    .waitFor();
  await page
    .getByRole("main")
    .getByRole("link", { name: /The tide table/ })
    .click();
  await page.getByRole("button", { name: "Comments, 1 unresolved" }).click();
  await page.getByRole("main").getByText("Is the ending too short?").waitFor();
  await button(page, "More actions").click();
  await page.getByRole("menuitem", { name: "Send back…" }).click();
  await dialog(page)
    .getByLabel(/What is to be done/)
    .fill("Say why it rises.");
  await dialog(page).getByRole("button", { name: "Send back" }).click();
  await status(page, "Draft").waitFor();
  await page.getByText("Say why it rises.").waitFor();

  // It shows in the writer's open page by itself; they mend it and submit again.
  page = writer.page;
  await status(page, "Draft").waitFor();
  await page.getByRole("button", { name: "Comments, 2 unresolved" }).click();
  await page.getByRole("main").getByText("Say why it rises.").waitFor();
  await writeBody(page, "The sea rises twice a day, because the moon pulls.");
  await button(page, "Submit").click();
  await dialog(page).getByRole("button", { name: "Submit" }).click();
  await status(page, "In review").waitFor();

  // The editor approves it, and publishes it together with the topic that nobody sees yet.
  page = editor.page;
  await page.getByRole("textbox", { name: "Body" }).getByText("because the moon pulls").waitFor();
  await button(page, "Approve").click();
  await status(page, "Approved").waitFor();
  await page.getByLabel("Title").press("Control+Enter");
  await dialog(page)
    .getByRole("checkbox", { name: /Harbours/, checked: true })
    .waitFor();
  await dialog(page)
    .getByRole("button", { name: "Publish 2 entries", disabled: false })
    .and(page.locator(":focus"))
    .waitFor();
  await page.keyboard.press("Enter");
  await status(page, "Published").waitFor();
  const published = await server.deps.db.publishedEntry.findMany({ select: { slug: true } });
  expect(published.map(({ slug }) => slug).sort()).toEqual(["harbours", "the-tide-table"]);

  // What was changed can be read, and what was there before comes back, and goes again.
  await page.getByRole("tab", { name: "Revisions" }).click();
  const changes = page.getByRole("button", { name: /^Changes of version/ }).first();
  await changes.click();
  const body = dialog(page).getByRole("region", { name: "Body" });
  await body.waitFor();
  await expect.poll(() => body.locator("del").allTextContents()).toEqual(["and nobody asks why"]);
  await expect.poll(() => body.locator("ins").allTextContents()).toEqual(["because the moon pulls"]);
  await dialog(page).getByRole("button", { name: "Close" }).last().click();
  await page
    .getByRole("button", { name: /^Restore version/ })
    .first()
    .click();
  await dialog(page).getByRole("region", { name: "Body" }).waitFor();
  await dialog(page)
    .getByRole("button", { name: /^Restore version/ })
    .click();
  await status(page, "Changed").waitFor();
  const text = page.getByRole("textbox", { name: "Body" });
  await text.getByText("nobody asks why").waitFor();
  await button(page, "Undo").click();
  await text.getByText("because the moon pulls").waitFor();

  expect(writer.problems).toEqual([]);
  expect(editor.problems).toEqual([]);
});

test("the plan says what is missing, and takes the editor there", { timeout: 60_000 }, async () => {
  const { page, problems } = await signedIn("editor");
  await page.getByRole("link", { name: "New story" }).click();
  await page.getByLabel("Title").fill("Nothing in it");
  await button(page, "Publish").click();
  await dialog(page).getByText("One thing is not ready yet").waitFor();
  await dialog(page).getByRole("button", { name: "Publish", exact: true, disabled: true }).waitFor();
  await dialog(page).getByRole("button", { name: "Body" }).click();
  await page.getByRole("textbox", { name: "Body" }).and(page.locator(":focus")).waitFor();
  expect(problems).toEqual([]);
});

test("what is scheduled says when, and that newer changes are not in it", { timeout: 60_000 }, async () => {
  const { page, problems } = await signedIn("editor");
  await page.getByRole("link", { name: "New story" }).click();
  await page.getByLabel("Title").fill("For later");
  await writeBody(page, "Tomorrow.");
  await button(page, "Publish").click();
  await dialog(page).getByRole("button", { name: "Schedule instead…" }).click();
  await dialog(page).getByRole("button", { name: "Tomorrow at 8:00" }).click();
  await dialog(page)
    .getByText(/is published tomorrow at 08:00/)
    .waitFor();
  await dialog(page).getByRole("button", { name: "Schedule", exact: true }).click();
  await status(page, "Scheduled").waitFor();
  await page.getByLabel("Title").fill("For later, and longer");
  await page.getByText(/Newer changes are not in it/).waitFor();
  await button(page, "Schedule them, too").click();
  await page
    .getByText(/^Version \d+ will be published tomorrow at 08:00/)
    .first()
    .waitFor();
  await page.getByText(/Newer changes are not in it/).waitFor({ state: "detached" });
  await button(page, "More actions").click();
  await page.getByRole("menuitem", { name: "Unschedule" }).click();
  await status(page, "Draft").waitFor();
  expect(problems).toEqual([]);
});
