import type { Entry } from "@letterpress/client";
import { describe, expect, it } from "vitest";
import type { FieldValues } from "../../src/studio/connection/entries-of.ts";
import { startState } from "../../src/studio/editor/editor-state.ts";
import { saveStatus } from "../../src/studio/editor/save-status.ts";
import { testEntry, testFields } from "./test-entry.ts";

const now = new Date(2026, 4, 3, 14, 0);
const saved = testEntry(1, {}, { updatedAt: new Date(2026, 4, 3, 12, 3) });
const start = (saved: Entry | null, changes: FieldValues) =>
  startState({ fields: testFields, saved, changes });
const unreachable = { code: "UNREACHABLE" as const, message: "", details: {}, requestId: "" };
const online = { isOnline: true, now };
const offline = { isOnline: false, now };

describe("the save status", () => {
  it("tells the time of the last save today, and the day of an older one", () => {
    expect(saveStatus(start(saved, {}), online).text).toBe("Saved 12:03");
    const older = { ...saved, updatedAt: new Date(2025, 11, 31, 12, 3) };
    expect(saveStatus(start(older, {}), online).text).toBe("Saved 31 Dec 2025");
  });

  it("never says saved while there are changes", () => {
    expect(saveStatus(start(saved, { title: "B" }), online).text).toBe("Unsaved changes");
    expect(saveStatus(start(saved, { title: "B" }), offline).text).toBe("Offline – kept in this browser");
  });

  it("stays saved when the connection goes without a change", () => {
    expect(saveStatus(start(saved, {}), offline).text).toBe("Saved 12:03");
  });

  it("says offline when the server was not reached, whatever the browser believes", () => {
    const state = { ...start(saved, { title: "B" }), setback: unreachable };
    expect(saveStatus(state, online).text).toBe("Offline – kept in this browser");
    expect(saveStatus({ ...state, isAutosaving: true }, online).text).toBe("Offline – kept in this browser");
  });

  it("puts a version that somebody else saved before everything but what is under way", () => {
    const theirs = { version: 2, slug: "a", fields: {}, updatedAt: now, author: null };
    const state = { ...start(saved, { title: "B" }), theirs };
    expect(saveStatus(state, offline).text).toBe("Changed elsewhere");
    expect(saveStatus({ ...state, activity: "saving" }, offline).text).toBe("Saving…");
  });

  it("says of a new entry that it is not saved yet", () => {
    expect(saveStatus(start(null, {}), online).text).toBe("Not saved yet");
  });

  it("does not say that text is kept where this browser refused", () => {
    const state = { ...start(saved, { title: "B" }), setback: unreachable, isKept: false };
    expect(saveStatus(state, online).text).toBe("Offline – kept only on this page");
  });

  it("says that changes are being saved, and never that all is while some are not", () => {
    const state = { ...start(saved, { title: "B" }), isAutosaving: true };
    expect(saveStatus(state, online).text).toBe("Saving…");
  });

  it("says when what is saved is not what will be published", () => {
    const schedule = { at: now, version: 1, failure: null };
    expect(saveStatus(start({ ...saved, schedule }, {}), online).text).toBe("Saved 12:03");
    const later = { ...saved, version: 2, schedule };
    expect(saveStatus(start(later, {}), online).text).toBe("Saved 12:03 – after what is scheduled");
  });
});
