import { describe, expect, it } from "vitest";
import { nameOf, noteText } from "../../src/studio/editor/note-text.ts";
import { presenceText } from "../../src/studio/editor/presence-text.ts";

describe("others at an entry", () => {
  it("are named, and counted where they are many", () => {
    expect(presenceText(["Ben"])).toBe("Ben has this open, too");
    expect(presenceText(["Ben", "Ada"])).toBe("Ben and Ada have this open, too");
    expect(presenceText(["Ben", "Ada", "Cy", "Di"])).toBe("Ben, Ada, and 2 others have this open, too");
  });

  it("are told from oneself in another tab, and from nobody in particular", () => {
    expect(nameOf({ id: "me", name: "Olive" }, "me")).toBe("You, in another tab,");
    expect(nameOf(null, "me")).toBe("Someone else");
  });

  it("are said to have changed what they changed", () => {
    const note = { version: 2, author: { id: "ben", name: "Ben" }, fields: ["Title", "Body"] };
    expect(noteText({ ...note, isMerged: false }, "me")).toBe(
      "Ben saved Title and Body: this page shows it.",
    );
    expect(noteText({ ...note, isMerged: true }, "me")).toContain("beside your own changes");
  });
});
