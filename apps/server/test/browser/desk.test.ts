import { afterAll, beforeAll, expect, test } from "vitest";
import { expectValue } from "./expect-value.ts";
import { openPage } from "./launch-browser.ts";
import { type Desk, row, startDesk } from "./start-desk.ts";

let studio: Desk;
beforeAll(async () => {
  studio = await startDesk();
});
afterAll(() => studio[Symbol.asyncDispose]());

test("what somebody else does shows in an open list, and nothing selected is lost by it", {
  timeout: 60_000,
}, async () => {
  const kept = await studio.makeTag("Kept selected");
  const { page, problems } = await studio.open("/entries/tag");
  await page.getByRole("checkbox", { name: "Select Kept selected" }).check();
  // Nothing is loaded again by coming back to the tab.
  const made = await studio.makeTag("Made meanwhile");
  await row(page, "Made meanwhile").waitFor();
  await row(page, "Made meanwhile").getByText("Draft", { exact: true }).waitFor();

  await studio.other.entries.tag.publish({ id: made.id, expectedVersion: made.version });
  await row(page, "Made meanwhile").getByText("Published", { exact: true }).waitFor();
  await page.getByText("Beside published “Made meanwhile” just now.").first().waitFor();
  expect(await page.getByRole("checkbox", { name: "Select Kept selected" }).isChecked()).toBe(true);

  await studio.other.entries.tag.delete({ id: kept.id, expectedVersion: kept.version });
  await row(page, "Kept selected").waitFor({ state: "detached" });
  await page.getByRole("region", { name: "Selected entries" }).waitFor({ state: "detached" });
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a lost connection is said, and what was missed comes in with the next one", {
  timeout: 60_000,
}, async () => {
  const { page } = await openPage(studio.browser, { storageState: studio.session });
  const stream = "**/trpc/events.subscribe*";
  await page.route(stream, (route) => route.abort());
  await page.goto(`${studio.url}/studio/entries/tag`);
  await page.getByText("Not live – lists may be behind").waitFor();
  await studio.makeTag("Made while nobody listened");
  await page.unroute(stream);
  await row(page, "Made while nobody listened").waitFor();
  await page.getByText("Not live – lists may be behind").waitFor({ state: "detached" });
  await page.context().close();
});

test("many entries are published at once, and one that cannot be says why", { timeout: 60_000 }, async () => {
  await studio.makeTag("Bulk one");
  await studio.makeTag("Bulk two");
  const { page, problems } = await studio.open("/entries/tag?search=Bulk");
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
  const { id: author } = await studio.other.entries.person.create({
    fields: { name: "Bulk’s unseen author" },
  });
  await studio.other.entries.article.create({ fields: { title: "Bulk without a text", body: "", author } });
  await studio.other.entries.article.create({ fields: { title: "Bulk with one", body: "Words.", author } });
  await page.goto(`${studio.url}/studio/entries/article?search=Bulk`);
  await page.getByRole("checkbox", { name: "Select Bulk without a text" }).check();
  await page.getByRole("checkbox", { name: "Select Bulk with one" }).check();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Publish" }).click();
  const failure = page.getByRole("alert");
  await failure.getByText("1 article stayed as before:").waitFor();
  await failure.getByText("Body is empty.").waitFor();
  await failure.getByRole("link", { name: "Bulk without a text" }).waitFor();
  await failure.getByText(/^Readers do not see this yet/).waitFor();
  await failure.getByRole("link", { name: "Bulk’s unseen author" }).waitFor();
  await page.getByText("1 selected").waitFor();
  await page.getByRole("checkbox", { name: "Select Bulk without a text", checked: true }).waitFor();
  expect(problems).toEqual([]);
  await page.context().close();
});

test("an entry goes to the bin and comes back", { timeout: 60_000 }, async () => {
  await studio.makeTag("Thrown away");
  const { page, problems } = await studio.open("/entries/tag?search=Thrown");
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
  expect((await studio.other.entries.tag.list({ search: "Thrown away" })).items).toHaveLength(1);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a redirect is made while the next is typed, refused where there is a page, and its deletion undone", {
  timeout: 60_000,
}, async () => {
  const { page, problems } = await studio.open("/redirects");
  const form = page.getByRole("form", { name: "New redirect" });
  await form.getByLabel("From").fill("/pages/about");
  await form.getByLabel("To").fill("/");
  await form.getByRole("button", { name: "Add redirect" }).click();
  await form.getByText("There is a page at this address: a redirect would hide it.").waitFor();
  await expect.poll(() => form.getByLabel("From").getAttribute("aria-invalid")).toBe("true");

  await form.getByLabel("From").fill("/imprint");
  await form.getByLabel("To").fill("/pages/about");
  const answered = Promise.withResolvers<void>();
  await page.route("**/trpc/redirects.create**", async (route) => {
    const response = await route.fetch();
    await answered.promise;
    await route.fulfill({ response });
  });
  await form.getByRole("button", { name: "Add redirect" }).click();
  await row(page, "/imprint").waitFor();
  // The next one is begun before the first is answered.
  await form.getByLabel("From").fill("/next");
  answered.resolve();
  await page.getByText("/imprint leads to /pages/about now.").first().waitFor();
  await expectValue(form.getByLabel("To")).toBe("");
  await expectValue(form.getByLabel("From")).toBe("/next");
  const led = await fetch(`${studio.url}/imprint`, { redirect: "manual" });
  expect([led.status, new URL(led.headers.get("location") ?? "", studio.url).pathname]).toEqual([
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
  const tag = await studio.makeTag("Remembered");
  await studio.other.entries.tag.publish({ id: tag.id, expectedVersion: 1 });
  const { page, problems } = await studio.open("/history");
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
