import { describe, expect, it } from "vitest";
import { relativeTime } from "../../src/studio/ui/relative-time.ts";

const now = new Date(10_000_000_000_000);
const ago = (seconds: number) => relativeTime(new Date(now.getTime() - seconds * 1000), now);

describe("relative times", () => {
  it("a time is as long ago as its largest full unit", () => {
    expect([5, 90, 3_599, 3_600, 86_400, 86_400 * 8].map(ago)).toEqual([
      "just now",
      "1 minute ago",
      "59 minutes ago",
      "1 hour ago",
      "yesterday",
      "last week",
    ]);
  });

  it("a server whose clock is ahead has saved just now", () => {
    expect(ago(-30)).toBe("just now");
  });
});
