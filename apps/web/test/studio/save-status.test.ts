import type { Entry, FieldDescription } from "@letterpress/client";
import { describe, expect, it } from "vitest";
import type { FieldValues } from "../../src/studio/connection/entries-of.ts";
import { startState, type Theirs } from "../../src/studio/editor/editor-state.ts";
import { saveStatus } from "../../src/studio/editor/save-status.ts";

const now = new Date(2026, 4, 3, 14, 0);
const saved = {
  id: "1",
  type: "article",
  slug: "a",
  title: "A",
  version: 1,
  status: "draft" as const,
  isPublished: false,
  schedule: null,
  assigneeId: null,
  actions: [],
  createdAt: now,
  updatedAt: new Date(2026, 4, 3, 12, 3),
  publishedAt: null,
  path: null,
  fields: {},
};
const fields: FieldDescription[] = ["title", "body"].map((name) => ({
  name,
  kind: "text",
  label: name,
  required: false,
}));
const start = (saved: Entry | null, changes: FieldValues, theirs: Theirs | null) =>
  startState({ fields, saved, changes, theirs });
const online = { isOnline: true, now };
const offline = { isOnline: false, now };

describe("the save status", () => {
  it("tells the time of the last save today, and the day of an older one", () => {
    expect(saveStatus(start(saved, {}, null), online).text).toBe("Saved 12:03");
    const older = { ...saved, updatedAt: new Date(2025, 11, 31, 12, 3) };
    expect(saveStatus(start(older, {}, null), online).text).toBe("Saved 31 Dec 2025");
  });

  it("never says saved while there are changes", () => {
    expect(saveStatus(start(saved, { title: "B" }, null), online).text).toBe("Unsaved changes");
    expect(saveStatus(start(saved, { title: "B" }, null), offline).text).toBe(
      "Offline – kept in this browser",
    );
  });

  it("stays saved when the connection goes without a change", () => {
    expect(saveStatus(start(saved, {}, null), offline).text).toBe("Saved 12:03");
  });

  it("says offline when the server was not reached, whatever the browser believes", () => {
    const problem = { code: "UNREACHABLE" as const, message: "", details: {}, requestId: "" };
    const state = { ...start(saved, { title: "B" }, null), problem };
    expect(saveStatus(state, online).text).toBe("Offline – kept in this browser");
  });

  it("puts a version that somebody else saved before everything but what is under way", () => {
    const theirs = { version: 2, slug: "a", fields: {}, updatedAt: now, author: null };
    const state = start(saved, { title: "B" }, theirs);
    expect(saveStatus(state, offline).text).toBe("Changed elsewhere");
    expect(saveStatus({ ...state, activity: "saving" }, offline).text).toBe("Saving…");
  });

  it("says of a new entry that it is not saved yet", () => {
    expect(saveStatus(start(null, {}, null), online).text).toBe("Not saved yet");
  });
});
