import { describe, expect, it } from "vitest";
import { type TextPart, textParts } from "../../src/studio/revisions/text-parts.ts";

/** As a line of text: `[-gone-]`, `{+come+}`. */
const shown = (parts: readonly TextPart[]) =>
  parts
    .map(({ kind, text }) => (kind === "same" ? text : kind === "deleted" ? `[-${text}-]` : `{+${text}+}`))
    .join("");
const compared = (before: string, after: string) => shown(textParts(before, after));
const side = (parts: readonly TextPart[], kind: "deleted" | "inserted") =>
  parts
    .filter((part) => part.kind === "same" || part.kind === kind)
    .map(({ text }) => text)
    .join("");

describe("two texts", () => {
  it("are compared by words, in any script", () => {
    expect(compared("Italic became a tone of voice.", "Italic became a voice.")).toBe(
      "Italic became a [-tone of -]voice.",
    );
    expect(compared("Съешь ещё булок", "Съешь мягких булок")).toBe("Съешь [-ещё-]{+мягких+} булок");
    expect(compared("我喜歡紅色的書。", "我喜歡藍色的書。")).toContain("我喜歡");
  });

  it("several words in a row are one change", () => {
    expect(compared("It was very good indeed, they said.", "It was rather poor stuff, they said.")).toBe(
      "It was [-very good indeed-]{+rather poor stuff+}, they said.",
    );
  });

  it("a line that has nothing in common with the one before is another line", () => {
    expect(compared("Same.\nOld, tired words.\n", "Same.\nEntirely, quite other things.\n")).toBe(
      "Same.\n[-Old, tired words.\n-]{+Entirely, quite other things.\n+}",
    );
  });

  it("give both texts back, whatever they are", () => {
    const long = Array.from({ length: 5_000 }, (_, line) => `Line ${line} of the first.`).join("\n");
    const other = Array.from({ length: 5_000 }, (_, line) => `The second has ${line}.`).join("\n");
    for (const [before, after] of [
      ["", "New\n\ntext"],
      ["a\r\nb", "a\nb"],
      ["x ".repeat(30_000), "y ".repeat(30_000)],
      [long, other],
      [long, long.replace("Line 2500", "Row 2500")],
    ] as const) {
      const parts = textParts(before, after);
      expect(side(parts, "deleted")).toBe(before);
      expect(side(parts, "inserted")).toBe(after);
    }
  });
});
