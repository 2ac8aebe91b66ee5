import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createUser } from "@letterpress/api/auth/create-user";
import { createTestDatabase, type TestDatabase } from "@letterpress/db/testing/create-test-database";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDeps } from "../../src/deps.ts";
import { expectValue } from "../browser/expect-value.ts";
import { launchBrowser, openPage } from "../browser/launch-browser.ts";
import { freePort, type RunningServer, startServer } from "../running-server.ts";
import { owner } from "../test-owner.ts";

// Two people at one article, each in a browser of their own, and a server that is killed while one of them types.

/** What the server calls an owner who was made by its settings. */
const olive = "Owner";
const ben = { email: "ben@example.com", name: "Ben Editor", password: "another long password" };

let database: TestDatabase;
let dataDir: string;
let settings: Record<string, string>;
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), "letterpress-conflict-"));
  await chmod(dataDir, 0o755);
  const port = await freePort();
  settings = {
    PORT: port,
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: database.url,
    LETTERPRESS_DATA: dataDir,
    LETTERPRESS_OWNER_EMAIL: owner.email,
    LETTERPRESS_OWNER_PASSWORD: owner.password,
  };
  [server, browser] = await Promise.all([startServer(settings), launchBrowser()]);
  const deps = createDeps(database, { dataDir, publicUrl: "http://localhost:3000" });
  await createUser(deps, { kind: "system", name: "test" }, { ...ben, role: "editor" });
}, 60_000);
afterAll(async () => {
  await browser.close();
  server.child.kill("SIGTERM");
  await server.ended;
  await database[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
}, 30_000);

async function openArticle(person: { email: string; password: string }, id: string): Promise<Page> {
  const { page } = await openPage(browser, { viewport: { width: 1300, height: 900 } });
  await page.goto(`${server.url}/studio/entries/article/${id}`);
  await page.getByLabel("Email address").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await body(page).waitFor();
  return page;
}

const title = (page: Page) => page.getByRole("textbox", { name: "Title", exact: true });
const standfirst = (page: Page) => page.getByRole("textbox", { name: "Standfirst", exact: true });
const body = (page: Page) => page.getByRole("textbox", { name: "Body", exact: true });
const status = (page: Page, text: RegExp) => page.getByRole("status").filter({ hasText: text }).first();

/** One of the articles of the example publication, with all that was ever saved of it. */
async function article(number: number) {
  return database.db.entry.findFirstOrThrow({
    where: { type: "article" },
    orderBy: { id: "asc" },
    skip: number,
    include: { revisions: true },
  });
}

test("two people change the same article: each sees the other, the second to save chooses, nothing is lost", async () => {
  const { id } = await article(0);
  const olives = await openArticle(owner, id);
  const bens = await openArticle(ben, id);
  await olives.getByText("Ben Editor has this open, too").waitFor();
  await bens.getByText(`${olive} has this open, too`).waitFor();

  // Nothing of Ben's goes out while he writes, so that both start from the same version.
  await bens.context().setOffline(true);
  await title(bens).fill("Ben's title");
  await standfirst(bens).fill("Ben's standfirst");
  await body(bens).click();
  await bens.keyboard.press("Control+End");
  await bens.keyboard.type(" Ben's last words.");
  await title(olives).fill("Olive's title");
  await standfirst(olives).fill("Olive's standfirst");
  await olives.keyboard.press("Control+s");
  await status(olives, /^Saved/).waitFor();
  await bens.context().setOffline(false);

  await status(bens, /^Changed elsewhere/).waitFor();
  await bens.keyboard.press("Control+s");
  const dialog = bens.getByRole("dialog", { name: "Changed elsewhere" });
  await dialog.waitFor();
  await expect.poll(() => dialog.getByRole("group").count()).toBe(2);
  const standfirsts = dialog.getByRole("group", { name: "Standfirst" });
  await standfirsts.getByRole("radio", { name: "Yours", checked: true }).waitFor();
  await dialog.getByRole("group", { name: "Title" }).getByLabel(olive).check();
  await dialog.getByText("Brought together without a question").waitFor();
  await dialog.getByRole("button", { name: "Save what is chosen" }).click();
  await status(bens, /^Saved/).waitFor();

  const after = await article(0);
  expect(after.fields).toMatchObject({ title: "Olive's title", standfirst: "Ben's standfirst" });
  expect(String((after.fields as { body: string }).body)).toContain("Ben's last words.");
  const revisions = after.revisions.map(({ fields }) => fields as Record<string, unknown>);
  expect(revisions.map(({ standfirst: one }) => one)).toContain("Olive's standfirst");
  await olives.getByText(/^Ben Editor saved/).waitFor();
  await expectValue(standfirst(olives)).toBe("Ben's standfirst");

  await bens.getByRole("button", { name: "Undo" }).click();
  await expectValue(title(bens)).toBe("Ben's title");
});

test("what is typed while the server is killed is saved when it is back, without a click", async () => {
  const { id } = await article(1);
  const page = await openArticle(owner, id);
  await body(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Before the end.");
  server.child.kill("SIGKILL");
  await page.keyboard.type(" While nobody listens.");
  await server.ended;
  await status(page, /^Offline – kept in this browser/).waitFor();
  await page.keyboard.type(" And on.");

  server = await startServer(settings);
  await status(page, /^Saved/).waitFor();
  const { fields } = await article(1);
  expect(String((fields as { body: string }).body)).toContain(
    " Before the end. While nobody listens. And on.",
  );
  await body(page).getByText("And on.").waitFor();
});

test("what is typed outlives server and browser page, and is offered again", async () => {
  const { id } = await article(2);
  const page = await openArticle(owner, id);
  server.child.kill("SIGKILL");
  await server.ended;
  await title(page).fill("Typed into the void");
  await status(page, /^Offline – kept in this browser/).waitFor();
  await page.close({ runBeforeUnload: false });

  server = await startServer(settings);
  const again = await page.context().newPage();
  await again.goto(`${server.url}/studio/entries/article/${id}`);
  await again.getByText(/have been brought back/).waitFor();
  await expectValue(title(again)).toBe("Typed into the void");
  await again.getByRole("button", { name: "Keep" }).click();
  await status(again, /^Saved/).waitFor();
  expect((await article(2)).title).toBe("Typed into the void");
});
