import { describe, expect, it } from "vitest";
import { changedPart } from "../../src/studio/editor/changed-part.ts";

const lines = (...parts: (string | number)[]) => parts.join("\n");
const long = ["1", "2", "3", "4", "5", "6", "7", "8"];

describe("the changed part of a text", () => {
  it("is what the other text does not share, with a line around it", () => {
    const other = long.with(4, "other").join("\n");
    expect(changedPart(long.join("\n"), other)).toBe(lines("…", 4, 5, 6, "…"));
    expect(changedPart(other, long.join("\n"))).toBe(lines("…", 4, "other", 6, "…"));
  });

  it("of a text that goes on further is its end", () => {
    expect(changedPart([...long, "9"].join("\n"), long.join("\n"))).toBe(lines("…", 8, 9));
    expect(changedPart(long.join("\n"), [...long, "9"].join("\n"))).toBe(lines("…", 8));
  });

  it("of a repeated line does not count it twice", () => {
    const repeated = [...long.slice(0, 4), "4", ...long.slice(4)].join("\n");
    expect(changedPart(repeated, long.join("\n"))).toBe(lines("…", 4, 4, 5, "…"));
  });

  it("of a short text is the whole", () => {
    expect(changedPart("a\nb\nc\nd", "a\nb\nc\ne")).toBe("a\nb\nc\nd");
  });
});
