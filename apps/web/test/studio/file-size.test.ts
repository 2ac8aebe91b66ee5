import { describe, expect, it } from "vitest";
import { fileSize } from "../../src/studio/assets/file-size.ts";

describe("file sizes", () => {
  it("a file's size never reads as 1000 of the smaller unit", () => {
    expect([999, 1_000, 999_499, 999_500, 2_400_000].map(fileSize)).toEqual([
      "999 B",
      "1 KB",
      "999 KB",
      "1.0 MB",
      "2.4 MB",
    ]);
  });
});
