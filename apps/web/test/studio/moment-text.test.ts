import { expect, test } from "vitest";
import { momentText } from "../../src/studio/ui/moment-text.ts";

// A Monday.
const now = new Date(2026, 10, 23, 22, 30);

test("a moment is said as shortly as it is clear", () => {
  expect(momentText(new Date(2026, 10, 23, 8), now)).toBe("today 08:00");
  expect(momentText(new Date(2026, 10, 24, 0, 5), now)).toBe("tomorrow 00:05");
  expect(momentText(new Date(2026, 10, 22, 23, 59), now)).toBe("yesterday 23:59");
  expect(momentText(new Date(2026, 10, 27, 8), now)).toBe("Fri 08:00");
  expect(momentText(new Date(2026, 10, 30, 8), now)).toBe("30 Nov, 08:00");
  expect(momentText(new Date(2027, 2, 1, 8), now)).toBe("1 Mar 2027, 08:00");
});
