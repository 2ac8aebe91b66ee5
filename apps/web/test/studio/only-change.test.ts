import { describe, expect, it } from "vitest";
import { onlyChange } from "../../src/studio/markdown/only-change.ts";

describe("the only change between two texts", () => {
  it.each([
    ["one two three", "one 2 three", { from: 4, to: 7, insert: "2" }],
    ["one", "one more", { from: 3, to: 3, insert: " more" }],
    ["aa", "aaa", { from: 2, to: 2, insert: "a" }],
    ["", "one", { from: 0, to: 0, insert: "one" }],
    ["one", "", { from: 0, to: 3, insert: "" }],
  ])("from %j to %j leaves what both share", (before, after, change) => {
    expect(onlyChange(before, after)).toEqual(change);
    expect(before.slice(0, change.from) + change.insert + before.slice(change.to)).toBe(after);
  });
});
