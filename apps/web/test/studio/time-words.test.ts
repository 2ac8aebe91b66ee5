import { describe, expect, it } from "vitest";
import { suggestedTimes } from "../../src/studio/publishing/suggested-times.ts";
import { dayAndTime, timeLeft } from "../../src/studio/publishing/time-words.ts";

const now = new Date(2026, 10, 23, 15, 5, 30);

describe("times in words", () => {
  it("days near today have names", () => {
    expect(dayAndTime(new Date(2026, 10, 23, 23, 59), now)).toBe("today at 23:59");
    expect(dayAndTime(new Date(2026, 10, 24, 8), now)).toBe("tomorrow at 08:00");
    expect(dayAndTime(new Date(2026, 10, 22, 8), now)).toBe("yesterday at 08:00");
  });

  it("any other day is told with its weekday, and its year where it is another", () => {
    expect(dayAndTime(new Date(2026, 10, 27, 8), now)).toBe("Friday 27 November at 08:00");
    expect(dayAndTime(new Date(2027, 0, 4, 8), now)).toBe("Monday, 4 January 2027 at 08:00");
  });

  it("what is left is told in the unit that fits", () => {
    const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
    expect(timeLeft(later(0.5), now)).toBe("30 minutes");
    expect(timeLeft(later(1), now)).toBe("1 hour");
    expect(timeLeft(later(72), now)).toBe("3 days");
    expect(timeLeft(later(-1), now)).toBe("1 minute");
  });

  it("every suggested time is to come, and none is suggested twice", () => {
    for (let day = 0; day < 7; day++)
      for (const hour of [0, 7, 8, 23]) {
        const from = new Date(2026, 10, 23 + day, hour, 30);
        const times = suggestedTimes(from).map(({ at }) => at.getTime());
        expect(Math.min(...times)).toBeGreaterThan(from.getTime());
        expect(new Set(times).size).toBe(times.length);
      }
  });
});
