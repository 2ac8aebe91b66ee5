import { createUser } from "@letterpress/api/auth/create-user";
import { createEntry } from "@letterpress/api/entries/create-entry";
import { moveEntry } from "@letterpress/api/workflow/move-entry";
import { defineContentModel, defineType, text } from "@letterpress/model";
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectValue } from "./expect-value.ts";
import { launchBrowser, openPage } from "./launch-browser.ts";
import { startStudio } from "./start-studio.ts";

// What somebody types, and all that can come between it and the server.

const note = defineType("note", {
  label: "Note",
  pluralLabel: "Notes",
  path: "/:slug",
  fields: { title: text(), body: text({ multiline: true }).optional() },
});
const topic = defineType("topic", { label: "Topic", pluralLabel: "Topics", fields: { name: text() } });

const password = "correct horse battery";
const ada = { email: "ada@example.com", name: "Ada Editor" };
const ben = { email: "ben@example.com", name: "Ben Editor" };
const system = { kind: "system", name: "test" } as const;

let server: Awaited<ReturnType<typeof startStudio>>;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startStudio(defineContentModel([note, topic])), launchBrowser()]);
  for (const person of [ada, ben])
    await createUser(server.deps, system, { ...person, role: "editor", password });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
}, 30_000);

async function signIn(page: Page, { email }: { email: string }) {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(password);
  await button(page, "Sign in").click();
}

async function openStudio(path: string, person = ada): Promise<Page> {
  const { page } = await openPage(browser, { viewport: { width: 1300, height: 900 } });
  // Whoever leaves is asked, and leaves.
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(`${server.url}/studio${path}`);
  await signIn(page, person);
  await title(page).waitFor();
  return page;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const title = (page: Page) => page.getByRole("textbox", { name: "Title", exact: true });
const status = (page: Page, text: RegExp) => page.getByRole("status").filter({ hasText: text }).first();
const named = (name: string) => server.deps.db.entry.findMany({ where: { title: name, deletedAt: null } });
const titleOf = async (id: string) => (await server.deps.db.entry.findUniqueOrThrow({ where: { id } })).title;
const noteNamed = (name: string) =>
  createEntry(server.deps, system, { type: "note", fields: { title: name } });
const keptKeys = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(".unsaved.")));

const isKept = (page: Page) =>
  page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes(".unsaved.")));

/** Holds back all calls of a procedure; `come` waits for the first, `release` lets them through. */
async function holdBack(page: Page, procedure: string) {
  const held = Promise.withResolvers<void>();
  const path = `**/trpc/${procedure}**`;
  const come = page.waitForRequest(path);
  const answered = page.waitForResponse(path);
  await page.route(path, async (route) => {
    await held.promise;
    await route.continue();
  });
  return {
    come,
    release: async () => {
      held.resolve();
      await answered;
    },
  };
}

/** As if the page were closed before a call of the procedure got out. */
const neverAnswer = (page: Page, procedure: string) => page.route(`**/trpc/${procedure}**`, () => undefined);

describe("a new entry", () => {
  test("that is saved after its writer has left leaves them where they went, and nothing behind", async () => {
    const page = await openStudio("/entries/note/new");
    const create = await holdBack(page, "entries.note.create");
    await title(page).fill("Late");
    await page.getByRole("link", { name: "Topics" }).first().click();
    await create.come;
    await page.waitForURL("**/entries/topic");
    await expect.poll(() => keptKeys(page)).toHaveLength(1);
    await create.release();
    await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.includes(".unsaved.")));
    expect(page.url()).toMatch(/\/entries\/topic$/);
    expect(await named("Late")).toHaveLength(1);
    await page.context().close();
  });

  test("whose page closes at once is offered again, and made once", async () => {
    const page = await openStudio("/entries/note/new");
    await neverAnswer(page, "entries.note.create");
    await title(page).fill("Closed at once");
    await isKept(page);
    await page.goto(`${server.url}/studio/entries/note/new`);
    await page.getByText("have been brought back").waitFor();
    await expectValue(title(page)).toBe("Closed at once");
    await page.unroute("**/trpc/entries.note.create**");
    await button(page, "Keep").click();
    await status(page, /^Saved/).waitFor();
    expect(await named("Closed at once")).toHaveLength(1);
    await page.context().close();
  });

  test("is made once when the answer to its first save is lost, with what was typed meanwhile", async () => {
    const page = await openStudio("/entries/note/new");
    let isLost = false;
    await page.route("**/trpc/entries.note.create**", async (route: Route) => {
      if (isLost) return route.continue();
      isLost = true;
      await route.fetch();
      await title(page).fill("Made once, it seems");
      await route.abort();
    });
    await title(page).fill("Made once");
    await status(page, /^Offline/).waitFor();
    await status(page, /^Saved/).waitFor();
    expect(await named("Made once")).toHaveLength(0);
    expect(await named("Made once, it seems")).toHaveLength(1);
    await page.context().close();
  });
});

describe("somebody else who signs in", () => {
  test("where a session had ended gets nothing of what was typed", async () => {
    const { id } = await noteNamed("Ada's");
    const page = await openStudio(`/entries/note/${id}`);
    await page.context().clearCookies();
    await title(page).fill("What only Ada knows");
    await page.getByRole("dialog", { name: "Sign in again" }).waitFor();
    const before = await keptKeys(page);
    const saves: string[] = [];
    page.on("request", (request) => {
      if (/entries\.note\.(save|create)/.test(request.url())) saves.push(request.url());
    });
    await signIn(page, ben);
    await page.getByText(ben.name).first().waitFor();
    await page.goto(`${server.url}/studio/entries/note/${id}`);
    await expectValue(title(page)).toBe("Ada's");
    expect(await keptKeys(page)).toEqual(before);
    expect(saves).toEqual([]);
    expect(await titleOf(id)).toBe("Ada's");
    await page.context().close();
  });

  test("in another tab does not save it in their name", async () => {
    const { id } = await noteNamed("Shared browser");
    const page = await openStudio(`/entries/note/${id}`);
    const other = await page.context().newPage();
    await other.goto(`${server.url}/studio`);
    await button(other, "Sign out").click();
    await signIn(other, ben);
    await other.getByText(ben.name).first().waitFor();

    await title(page).fill("Typed by Ada");
    await page.getByRole("dialog", { name: "Sign in again" }).waitFor();
    expect(await titleOf(id)).toBe("Shared browser");
    await signIn(page, ada);
    await status(page, /^Saved/).waitFor();
    const last = await server.deps.db.revision.findFirst({
      where: { entryId: id },
      orderBy: { version: "desc" },
    });
    const { id: authorId } = await server.deps.db.user.findFirstOrThrow({ where: { email: ada.email } });
    expect(last).toMatchObject({ authorId, fields: { title: "Typed by Ada" } });
    await page.context().close();
  });
});

describe("an open entry", () => {
  test("keeps what somebody typed back to while a save was under way", async () => {
    const { id } = await noteNamed("Right");
    const page = await openStudio(`/entries/note/${id}`);
    const save = await holdBack(page, "entries.note.save");
    await title(page).fill("Right, wrong");
    await save.come;
    await title(page).fill("Right");
    const again = page.waitForRequest("**/trpc/entries.note.save**");
    await save.release();
    await again;
    // Of the first save, it says so as well.
    await expect.poll(() => titleOf(id)).toBe("Right");
    await status(page, /^Saved/).waitFor();
    await expectValue(title(page)).toBe("Right");
    await page.context().close();
  });

  test("that somebody archives says what to do, and saves what was typed once it is reopened", async () => {
    const { id } = await noteNamed("Put away");
    const page = await openStudio(`/entries/note/${id}`);
    await page.getByRole("complementary").first().waitFor();
    await moveEntry(server.deps, system, { type: "note", id, expectedVersion: 1, action: "archive" });
    await button(page, "Reopen").waitFor();
    await title(page).fill("Put away too soon");
    await page.getByText("It is archived: reopen it to save your changes.").waitFor();
    await button(page, "Reopen").click();
    await expect.poll(() => titleOf(id)).toBe("Put away too soon");
    await status(page, /^Saved/).waitFor();
    await page.context().close();
  });

  test("is saved before it is previewed, in a tab that opens at once", async () => {
    const { id } = await noteNamed("Looked at");
    const page = await openStudio(`/entries/note/${id}`);
    await title(page).fill("Looked at again");
    const save = await holdBack(page, "entries.note.save");
    const tab = page.waitForEvent("popup");
    await button(page, "More actions").click();
    await page.getByRole("menuitem", { name: "Preview" }).click();
    await save.come;
    // Later, browsers would refuse it.
    const preview = await tab;
    await save.release();
    await preview.waitForURL("**/preview/**");
    expect(await titleOf(id)).toBe("Looked at again");
    await page.context().close();
  });

  test("offers to undo only what it did, and only while it is open", async () => {
    const { id } = await noteNamed("One");
    const page = await openStudio(`/entries/note/${id}`);
    const saved = () => page.waitForResponse("**/trpc/entries.note.save**");
    for (const words of ["Two", "One"]) {
      await title(page).fill(words);
      const answer = saved();
      // Not the button: it rests once everything has been saved by itself.
      await page.keyboard.press("Control+s");
      await answer;
    }
    await button(page, "Revisions").click();
    const restore = page.getByRole("dialog").getByRole("button", { name: /^Restore version/ });
    await button(page, "Restore version 1").click();
    await restore.click();
    await page.getByText("Version 1 is what is here already.").first().waitFor();
    expect(await button(page, "Undo").count()).toBe(0);

    await button(page, "Restore version 2").click();
    await restore.click();
    await page.getByText("Version 2 is back, as version 4.").first().waitFor();
    await expectValue(title(page)).toBe("Two");
    await page.getByRole("link", { name: "Topics" }).first().click();
    // By itself it would stay for longer.
    await button(page, "Undo").waitFor({ state: "detached", timeout: 5_000 });
    await page.context().close();
  });

  test("gives back by Undo what was discarded, and by another what that replaced", async () => {
    const page = await openStudio("/entries/note/new");
    const body = page.getByRole("textbox", { name: "Body", exact: true });
    await neverAnswer(page, "entries.note.create");
    await title(page).fill("Before");
    await isKept(page);
    await page.reload();
    await button(page, "Discard").click();
    await button(page, "Undo").waitFor();
    await title(page).fill("Since");
    await body.fill("And this.");
    await button(page, "Undo").click();
    await expectValue(title(page)).toBe("Before");
    await expectValue(body).toBe("And this.");
    await page.getByText("What you had typed there since is replaced.").first().waitFor();
    await button(page, "Undo").last().click();
    await expectValue(title(page)).toBe("Since");
    await expectValue(body).toBe("And this.");
    await page.context().close();
  });

  test("keeps a comment that is begun, through Escape, other tabs and what is typed while it is sent", async () => {
    const { id } = await noteNamed("Commented");
    const page = await openStudio(`/entries/note/${id}`);
    await button(page, "Comments").click();
    const box = page.getByPlaceholder("Write a comment");
    await box.fill("A long remark");
    await box.press("Escape");
    await box.waitFor({ state: "detached" });
    await button(page, "Comments").click();
    await page.getByRole("tab", { name: "Details" }).click();
    await page.getByRole("tab", { name: /Comments/ }).click();
    await expectValue(box).toBe("A long remark");
    const call = await holdBack(page, "comments.create");
    await box.press("Control+Enter");
    await call.come;
    await box.fill("A long remark, and another");
    await call.release();
    await page.getByRole("article").getByText("A long remark", { exact: true }).waitFor();
    await expectValue(box).toBe("A long remark, and another");
    await page.context().close();
  });
});
