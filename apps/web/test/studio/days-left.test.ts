import { expect, test } from "vitest";
import { daysLeft } from "../../src/studio/bin/days-left.ts";

const now = new Date("2026-03-09T08:00:00Z");
const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

test("the bin says how long something can be restored", () => {
  expect(daysLeft(after(30 * 24), now)).toBe("30 days left");
  expect(daysLeft(after(30 * 24 - 0.1), now)).toBe("30 days left");
  expect(daysLeft(after(25), now)).toBe("1 day left");
  expect(daysLeft(after(5), now)).toBe("goes for good today");
  expect(daysLeft(after(-1), now)).toBe("goes for good any moment");
});
