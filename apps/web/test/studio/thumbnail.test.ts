import { describe, expect, it } from "vitest";
import { thumbnail } from "../../src/studio/assets/thumbnail.ts";

describe("thumbnails", () => {
  it("a thumbnail is the smallest that is wide enough, else the largest there is", () => {
    const variants = [320, 640].map((width) => ({
      url: `/${width}`,
      width,
      height: 1,
      mimeType: "image/webp",
    }));
    expect(thumbnail({ url: "/original", variants }, 320)).toBe("/320");
    expect(thumbnail({ url: "/original", variants }, 900)).toBe("/640");
    expect(thumbnail({ url: "/original", variants: [] }, 320)).toBe("/original");
  });
});
