import { createEntry } from "@letterpress/api/entries/create-entry";
import { expect, test } from "vitest";
import { owner } from "../test-owner.ts";
import { everyKind } from "./every-kind.ts";
import { launchBrowser, openPage } from "./launch-browser.ts";
import { startStudio } from "./start-studio.ts";

test("half a date is never lost by a save: it is told, and the entry stays unsaved", {
  timeout: 60_000,
}, async () => {
  await using server = await startStudio(everyKind);
  const browser = await launchBrowser();
  try {
    const fields = { title: "Some day", day: "2026-12-03" };
    const { id } = await createEntry(
      server.deps,
      { kind: "system", name: "test" },
      { type: "event", fields },
    );
    const { page, problems } = await openPage(browser, { viewport: { width: 1300, height: 900 } });
    await page.goto(`${server.url}/studio/entries/event/${id}`);
    await page.getByLabel("Email address").fill(owner.email);
    await page.getByLabel("Password").fill(owner.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("textbox", { name: "Notes", exact: true }).waitFor();
    const moment = page.getByRole("textbox", { name: "Starts at" });
    const problem = page.getByText("This is not complete: fill in every part of it, or clear it.");
    const status = page.getByRole("status").filter({ hasText: /^(Saved|Unsaved changes)/ });

    await moment.focus();
    await moment.press("5");
    // Nobody presses two keys within one frame of a busy machine.
    await status.filter({ hasText: "Unsaved changes" }).waitFor();
    await page.keyboard.press("Control+s");
    await problem.waitFor();
    await status.filter({ hasText: /^Unsaved changes$/ }).waitFor();
    await expect.poll(() => moment.getAttribute("aria-invalid")).toBe("true");
    expect((await server.deps.db.entry.findUniqueOrThrow({ where: { id } })).version).toBe(1);

    await moment.fill("2026-12-05T18:30");
    await problem.waitFor({ state: "detached" });
    const day = page.getByRole("textbox", { name: "Day" });
    await day.focus();
    await day.press("Delete");
    await status.filter({ hasText: "Unsaved changes" }).waitFor();
    await moment.focus();
    await problem.waitFor();
    await expect.poll(() => day.getAttribute("aria-invalid")).toBe("true");
    await day.fill("");
    await problem.waitFor({ state: "detached" });
    await page.keyboard.press("Control+s");
    await status.filter({ hasText: /^Saved/ }).waitFor();
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
  }
});
