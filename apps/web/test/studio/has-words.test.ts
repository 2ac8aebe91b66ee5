import { describe, expect, it } from "vitest";
import { hasWords } from "../../src/studio/ui/has-words.ts";

describe("words of a title", () => {
  it("are found in any order and any case", () => {
    expect(hasWords("The other voice", "VOICE the")).toBe(true);
    expect(hasWords("The other voice", "")).toBe(true);
  });

  it("must all be there", () => {
    expect(hasWords("The other voice", "other ink")).toBe(false);
  });
});
