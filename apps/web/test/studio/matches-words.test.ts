import { describe, expect, it } from "vitest";
import { matchesWords } from "../../src/studio/palette/matches-words.ts";

describe("finding in the palette", () => {
  it("the palette finds a name by the beginnings of its words", () => {
    expect(matchesWords("New article", "art n")).toBe(true);
    expect(matchesWords("New article", "icle")).toBe(false);
    expect(matchesWords("New article", "  ")).toBe(true);
  });
});
