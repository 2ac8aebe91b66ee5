import { createEntry } from "@letterpress/api/entries/create-entry";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { owner } from "../test-owner.ts";
import { everyKind } from "./every-kind.ts";
import { expectValue } from "./expect-value.ts";
import { launchBrowser, openPage } from "./launch-browser.ts";
import { startStudio } from "./start-studio.ts";

let server: Awaited<ReturnType<typeof startStudio>>;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startStudio(everyKind), launchBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
}, 30_000);

async function signedIn(path: string) {
  // The editor's zone is not the server's: what is stored is in neither.
  const opened = await openPage(browser, {
    timezoneId: "America/New_York",
    viewport: { width: 1300, height: 900 },
  });
  await opened.page.goto(`${server.url}/studio${path}`);
  await opened.page.getByLabel("Email address").fill(owner.email);
  await opened.page.getByLabel("Password").fill(owner.password);
  await opened.page.getByRole("button", { name: "Sign in" }).click();
  // What comes last: until then the page still moves.
  await box(opened.page, "Notes").waitFor();
  return opened;
}

async function save(page: Page) {
  // Not the button: it rests once everything has been saved by itself.
  await page.keyboard.press("Control+s");
  await page
    .getByRole("status")
    .filter({ hasText: /^Saved/ })
    .waitFor();
}

const within = (page: Page, name: string) => page.getByRole("group", { name, exact: true });
const box = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

/** What single boxes are filled with. */
const boxes = {
  Title: "Type night",
  Site: "https://example.com/night",
  Contact: "ann@example.com",
  Colour: "#2d3fa8",
  Code: "ABC",
  Price: "7.5",
};

async function addBlock(page: Page, kind: string, number: number, typed: string) {
  await within(page, "Program").getByRole("button", { name: "Add block" }).click();
  await page.getByRole("menuitem", { name: kind }).click();
  await within(page, `${kind} ${number}`).locator(":focus").waitFor();
  await page.keyboard.type(typed);
}

async function addPerson(page: Page, field: string, name: string) {
  await page.getByRole("combobox", { name: field }).fill(name);
  await page.getByRole("option", { name }).click();
  await page.getByRole("link", { name }).first().waitFor();
}

test("every kind of field keeps what was filled in, and blocks their new order", {
  timeout: 60_000,
}, async () => {
  const { page, problems } = await signedIn("/entries/event/new");
  for (const [name, value] of Object.entries(boxes)) await box(page, name).fill(value);
  await box(page, "Notes").click();
  await page.keyboard.type("Bring **type**.");
  await page.getByRole("switch", { name: "Is free" }).check();
  await page.getByLabel("Day").fill("2026-12-31");
  await page.getByLabel("Starts at").fill("2026-12-31T18:30");
  await page.getByLabel("Size").selectOption("large");
  await within(page, "Formats").getByLabel("Recorded").check();
  await within(page, "Formats").getByLabel("Live").check();
  await box(page, "Data").fill('{ "seats": [1, 2] }');
  await box(page, "Lat").fill("-33.9");
  await box(page, "Lng").fill("18.4");
  await within(page, "Venue").getByRole("textbox", { name: "Name" }).fill("The foundry");

  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#2d3fa8" } })
    .png()
    .toBuffer();
  const files = [
    { field: "Poster", name: "blue.png", mimeType: "image/png", buffer: picture },
    { field: "Flyer", name: "flyer.txt", mimeType: "text/plain", buffer: Buffer.from("Come.") },
  ];
  for (const { field, ...upload } of files) {
    await within(page, field).locator("input[type=file]").setInputFiles(upload);
    await within(page, field)
      .getByRole("button", { name: /^Remove/ })
      .waitFor();
  }
  await addPerson(page, "Host", "Ada");
  await addPerson(page, "Speakers", "Grace");
  await addPerson(page, "Speakers", "Ada");

  for (const address of ["https://example.com/a", "https://example.com/b"]) {
    await within(page, "Links").getByRole("button", { name: "Add link" }).click();
    await within(page, "Links").locator("input:focus").waitFor();
    await page.keyboard.type(address);
  }
  await page.getByRole("button", { name: "Move Link 2 up" }).click();
  await addBlock(page, "Talk", 1, "On serifs");
  await addBlock(page, "Pause", 2, "15");
  await addBlock(page, "Talk", 3, "On paper");
  await within(page, "Talk 3").getByRole("button", { name: "Add slide" }).click();
  await within(page, "Talk 3").locator("input:focus").waitFor();
  await page.keyboard.type("https://example.com/slides");
  await page.getByRole("button", { name: /^Reorder Talk 1/ }).focus();
  await page.keyboard.press("ArrowDown");
  await page
    .getByRole("button", { name: /^Reorder Talk 2/ })
    .and(page.locator(":focus"))
    .waitFor();
  await page.keyboard.press("ArrowDown");
  await save(page);

  await page.reload();
  await page.getByRole("textbox", { name: "Title" }).waitFor();
  for (const [name, value] of Object.entries(boxes)) await expectValue(box(page, name)).toBe(value);
  await box(page, "Notes").getByText("Bring **type**.").waitFor();
  await page.getByRole("switch", { name: "Is free", checked: true }).waitFor();
  await expectValue(page.getByLabel("Day")).toBe("2026-12-31");
  await expectValue(page.getByLabel("Starts at")).toBe("2026-12-31T18:30");
  await expectValue(page.getByLabel("Size")).toBe("large");
  await expectValue(within(page, "Venue").getByRole("textbox", { name: "Name" })).toBe("The foundry");
  for (const { field } of files)
    await within(page, field)
      .getByRole("button", { name: /^Remove/ })
      .waitFor();
  await expect
    .poll(() => page.getByRole("link", { name: /^(Ada|Grace)$/ }).allTextContents())
    .toEqual(["Ada", "Grace", "Ada"]);

  const { fields } = await server.deps.db.entry.findFirstOrThrow({ where: { title: "Type night" } });
  expect(fields).toMatchObject({
    price: 7.5,
    startsAt: "2026-12-31T23:30:00.000Z",
    formats: ["live", "recorded"],
    data: { seats: [1, 2] },
    links: ["https://example.com/b", "https://example.com/a"],
    venue: { name: "The foundry", geo: { lat: -33.9, lng: 18.4 } },
    program: [
      { type: "pause", minutes: 15 },
      { type: "talk", name: "On paper", slides: ["https://example.com/slides"] },
      { type: "talk", name: "On serifs" },
    ],
  });
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a mistake is told beside the nested field, and is not saved by itself with the others", {
  timeout: 60_000,
}, async () => {
  const { page } = await signedIn("/entries/event/new");
  await addBlock(page, "Talk", 1, "On serifs");
  await within(page, "Talk 1").getByRole("textbox", { name: "Minutes" }).fill("0.5");
  await within(page, "Talk 1").getByText("Use a whole number.").waitFor();
  await within(page, "Talk 1").getByRole("textbox", { name: "Minutes" }).fill("-");
  await box(page, "Title").fill("Half typed");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await within(page, "Talk 1").getByText("This is not a number.").waitFor();
  const saved = () => server.deps.db.entry.findMany({ where: { title: "Half typed" } });
  await expect.poll(async () => (await saved()).length).toBe(1);
  expect(JSON.stringify((await saved())[0]?.fields)).not.toContain("minutes");
  await page.getByRole("status").filter({ hasText: "Unsaved changes" }).waitFor();
  await page.context().close();
});

test("text that is no value yet outlives the page that it was typed in", { timeout: 60_000 }, async () => {
  const program = [1, 2, 3, 4].map((minutes) => ({ type: "pause", minutes }));
  const fields = { title: "Cut off", price: 5, data: { seats: 1 }, program };
  const { id } = await createEntry(server.deps, { kind: "system", name: "test" }, { type: "event", fields });
  const { page } = await signedIn(`/entries/event/${id}`);
  await box(page, "Data").fill('{ "seats": [1, ');
  await box(page, "Price").fill("5 or so");
  await page.getByRole("button", { name: /^Pause 4/ }).click();
  await within(page, "Pause 4").getByRole("textbox", { name: "Minutes" }).fill("ten");
  await page.waitForFunction(() => Object.values(localStorage).some((kept) => kept.includes("ten")));
  await page.close({ runBeforeUnload: false });

  const again = await page.context().newPage();
  await again.goto(`${server.url}/studio/entries/event/${id}`);
  await expectValue(within(again, "Pause 4").getByRole("textbox", { name: "Minutes" })).toBe("ten");
  await expectValue(box(again, "Data")).toBe('{ "seats": [1, ');
  await expectValue(box(again, "Price")).toBe("5 or so");
  await again.getByRole("button", { name: "Discard" }).click();
  await expectValue(box(again, "Price")).toBe("5");
  await expectValue(box(again, "Data")).toContain('"seats": 1');
  await page.context().close();
});

test("what a changed type no longer fits is shown, and can be replaced or cleared", {
  timeout: 60_000,
}, async () => {
  const fields = {
    title: "Old",
    venue: "The foundry",
    price: "seven",
    program: [{ type: "poem" }],
    links: [5],
  };
  const { id } = await createEntry(server.deps, { kind: "system", name: "test" }, { type: "event", fields });
  const { page, problems } = await signedIn(`/entries/event/${id}`);
  await page.getByText("Unknown block").first().waitFor();
  for (const text of ["The foundry", "seven", '"poem"'])
    await page.locator("pre", { hasText: text }).waitFor();
  await within(page, "Venue").getByRole("textbox", { name: "Name" }).fill("A hall");
  await page.locator("[data-field=price]").getByRole("button", { name: "Clear" }).click();
  await page.getByRole("button", { name: "More for Unknown block 1" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Remove Link 1" }).click();
  await save(page);
  const saved = await server.deps.db.entry.findUniqueOrThrow({ where: { id } });
  expect(saved.fields).toEqual({ title: "Old", venue: { name: "A hall" }, program: [], links: [] });
  expect(problems).toEqual([]);
  await page.context().close();
});
