import { describe, expect, test } from "vitest";
import { dayKey, monthAfter, monthText, readMonth, weeksOf } from "../../src/studio/calendar/month.ts";

const monday = 1;
const sunday = 7;

describe("the weeks of a month", () => {
  test("begin with the first day of the week and have all of the month in them", () => {
    const weeks = weeksOf({ year: 2026, month: 11 }, monday);
    expect(weeks.map((week) => week.map(dayKey)[0])).toEqual([
      "2026-10-26",
      "2026-11-02",
      "2026-11-09",
      "2026-11-16",
      "2026-11-23",
      "2026-11-30",
    ]);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });
  test("begin with Sunday where people count so", () => {
    const weeks = weeksOf({ year: 2026, month: 11 }, sunday);
    expect(weeks[0]?.map(dayKey)[0]).toBe("2026-11-01");
    expect(weeks).toHaveLength(5);
  });
  test("are four in a February that fits", () => {
    expect(weeksOf({ year: 2027, month: 2 }, monday)).toHaveLength(4);
  });
  test("have every day once, though a night is longer or shorter", () => {
    for (const month of [3, 4, 10, 11]) {
      const days = weeksOf({ year: 2026, month }, monday).flat().map(dayKey);
      expect(new Set(days).size).toBe(days.length);
    }
  });
});

test("months follow each other over years", () => {
  expect(monthText(monthAfter({ year: 2026, month: 12 }, 1))).toBe("2027-01");
  expect(monthText(monthAfter({ year: 2026, month: 1 }, -1))).toBe("2025-12");
});

test("what is no month in the address is none", () => {
  expect(readMonth("2026-11")).toEqual({ year: 2026, month: 11 });
  for (const text of [undefined, "", "2026-13", "2026-00", "november"]) expect(readMonth(text)).toBeNull();
});
