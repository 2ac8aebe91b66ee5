import { describe, expect, it } from "vitest";
import { orphanedKeys } from "../../src/studio/editor/find-kept-text.ts";
import { keptTextKey, keptTextStem } from "../../src/studio/editor/kept-text.ts";
import { resume } from "../../src/studio/editor/resume.ts";
import { testEntry, testFields } from "./test-entry.ts";

const entry = testEntry(4, { title: "Theirs", body: "Same" });
const kept = { version: 4, changes: { title: "Mine" }, before: { title: "A" }, unread: {}, keptAt: 0 };

describe("kept text", () => {
  it("goes on at the version that it was written on, and waits to be seen", () => {
    const { start } = resume(testFields, entry, kept);
    expect(start).toMatchObject({ saved: entry, changes: { title: "Mine" }, theirs: null, isHeld: true });
  });

  it("is put beside a version that somebody else has saved since, not over it", () => {
    const { start } = resume(testFields, entry, { ...kept, version: 3, before: { title: "Before" } });
    expect(start.saved).toMatchObject({ version: 3, fields: { title: "Before", body: "Same" } });
    expect(start.theirs).toMatchObject({ version: 4, fields: entry.fields });
  });

  it("goes on from a later version that leaves it alone", () => {
    const { start } = resume(testFields, entry, { ...kept, version: 3, before: { title: "Theirs" } });
    expect(start).toMatchObject({ saved: { version: 4 }, changes: { title: "Mine" }, theirs: null });
  });

  it("that reached the server while its page closed is not offered again", () => {
    const { start, kept: left } = resume(testFields, entry, { ...kept, changes: { title: "Theirs" } });
    expect(left).toBeNull();
    expect(start).toMatchObject({ changes: {}, isHeld: false });
  });

  it("of a new entry goes on making the same entry: its first save may have arrived", () => {
    const { start } = resume(testFields, null, { ...kept, version: 0, newId: "chosen before" });
    expect(start).toMatchObject({ saved: null, newId: "chosen before", isHeld: true });
  });

  it("of one user is not another's, and of one entry not another's", () => {
    expect(keptTextStem("ada", "article", "new")).not.toBe(keptTextStem("bob", "article", "new"));
    expect(keptTextStem("ada", "article", "1")).not.toBe(keptTextStem("ada", "article", "2"));
  });

  it("is taken over from tabs that are gone, never from one that is open", () => {
    const stem = keptTextStem("ada", "article", "1");
    const keys = ["open", "gone"].map((tab) => keptTextKey(stem, tab));
    const others = [keptTextKey(keptTextStem("ada", "article", "12"), "gone"), "letterpress.theme"];
    expect(orphanedKeys([...keys, ...others], stem, new Set(["open"]))).toEqual([keptTextKey(stem, "gone")]);
  });
});
