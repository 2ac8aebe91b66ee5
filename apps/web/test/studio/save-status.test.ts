import { describe, expect, it } from "vitest";
import { startState } from "../../src/studio/editor/editor-state.ts";
import { saveStatus } from "../../src/studio/editor/save-status.ts";

const now = new Date(2026, 4, 3, 14, 0);
const saved = {
  id: "1",
  type: "article",
  slug: "a",
  title: "A",
  version: 1,
  status: "draft" as const,
  createdAt: now,
  updatedAt: new Date(2026, 4, 3, 12, 3),
  publishedAt: null,
  path: null,
  fields: {},
};
const online = { isOnline: true, now };
const offline = { isOnline: false, now };

describe("the save status", () => {
  it("tells the time of the last save today, and the day of an older one", () => {
    expect(saveStatus(startState(saved, {}, null), online).text).toBe("Saved 12:03");
    const older = { ...saved, updatedAt: new Date(2025, 11, 31, 12, 3) };
    expect(saveStatus(startState(older, {}, null), online).text).toBe("Saved 31 Dec 2025");
  });

  it("never says saved while there are changes", () => {
    expect(saveStatus(startState(saved, { title: "B" }, null), online).text).toBe("Unsaved changes");
    expect(saveStatus(startState(saved, { title: "B" }, null), offline).text).toBe(
      "Offline – kept in this browser",
    );
  });

  it("stays saved when the connection goes without a change", () => {
    expect(saveStatus(startState(saved, {}, null), offline).text).toBe("Saved 12:03");
  });

  it("says offline when the server was not reached, whatever the browser believes", () => {
    const problem = { code: "UNREACHABLE" as const, message: "", details: {}, requestId: "" };
    const state = { ...startState(saved, { title: "B" }, null), problem };
    expect(saveStatus(state, online).text).toBe("Offline – kept in this browser");
  });

  it("puts a version that somebody else saved before everything but what is under way", () => {
    const theirs = { version: 2, slug: "a", fields: {}, updatedAt: now };
    const state = startState(saved, { title: "B" }, theirs);
    expect(saveStatus(state, offline).text).toBe("Changed elsewhere");
    expect(saveStatus({ ...state, activity: "saving" }, offline).text).toBe("Saving…");
  });

  it("says of a new entry that it is not saved yet", () => {
    expect(saveStatus(startState(null, {}, null), online).text).toBe("Not saved yet");
  });
});
