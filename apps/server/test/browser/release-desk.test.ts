import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage } from "./launch-browser.ts";
import { type Desk, row, startDesk } from "./start-desk.ts";

let studio: Desk;
beforeAll(async () => {
  studio = await startDesk();
});
afterAll(() => studio[Symbol.asyncDispose]());

test("a release is made, filled and published as one", { timeout: 60_000 }, async () => {
  const first = await studio.makeTag("Released first");
  await studio.makeTag("Released second");
  const { page, problems } = await studio.open("/releases");
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
  await studio.other.entries.tag.save({
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
  const tags = await studio.other.content.tag.list({ select: { name: true }, limit: 100 });
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
  const { id: author } = await studio.other.entries.person.create({ fields: { name: "Left out of it" } });
  const article = { title: "Refers to somebody", body: "Words.", author };
  const { id: entryId } = await studio.other.entries.article.create({ fields: article });
  const { id } = await studio.other.releases.create({ name: "Refs" });
  await studio.other.releases.setItem({ id, entryId, action: "publish" });
  const { page, problems } = await studio.open(`/releases/${id}`);
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

  await page.goto(`${studio.url}/studio/entries/article?search=Refers`);
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
  const { id: author } = await studio.other.entries.person.create({ fields: { name: "Not seen yet" } });
  const article = { title: "Margins", body: "Words.", author, slug: "old-margins" };
  const { id } = await studio.other.entries.article.create({ fields: article });
  await studio.other.entries.article.publish({ id, expectedVersion: 1 });
  await studio.other.entries.article.save({ id, expectedVersion: 1, fields: { slug: "margins" } });
  const { page, problems } = await studio.open(`/entries/article/${id}`);
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
    await studio.other.entries.person.get({ id: author }),
    await studio.other.entries.article.get({ id }),
  ];
  expect(person.schedule?.at).toEqual(entry.schedule?.at);
  expect(entry.schedule?.version).toBe(2);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a new release that an entry cannot be put into is not left behind", { timeout: 60_000 }, async () => {
  const { id } = await studio.makeTag("For a release of its own");
  await studio.other.releases.create({ name: "Another one" });
  const { page } = await openPage(studio.browser, {
    storageState: studio.session,
    viewport: { width: 1500, height: 900 },
  });
  await page.goto(`${studio.url}/studio/entries/tag/${id}`);
  await page.getByRole("button", { name: "Details", exact: true }).click();
  const panel = page.getByRole("complementary", { name: "About this entry" });
  await panel.getByRole("combobox", { name: "Add to release" }).selectOption("new");
  await panel.getByRole("textbox", { name: "Name of the new release" }).fill("Made at last");
  await page.route("**/trpc/releases.setItem*", (route) => route.abort());
  await panel.getByRole("button", { name: "Add", exact: true }).click();
  await panel.getByRole("alert").waitFor();
  const made = async () =>
    (await studio.other.releases.list({ state: "open" })).items.filter(({ name }) => name === "Made at last");
  await expect.poll(made).toEqual([]);

  await page.unroute("**/trpc/releases.setItem*");
  await panel.getByRole("button", { name: "Add", exact: true }).click();
  await panel.getByRole("link", { name: "Made at last" }).waitFor();
  await expect.poll(made).toMatchObject([{ itemCount: 1 }]);
  await page.context().close();
});
