import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { progressLine } from "../src/commands/progress-line.ts";

const printed: string[] = [];
beforeEach(() => {
  printed.length = 0;
  vi.useFakeTimers();
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("a step whose beginning was told is told to its end, and a short command prints nothing", () => {
  const print = progressLine();
  for (const done of [1, 2, 3]) print(`Checked ${done} of 3 entries`);
  expect(printed).toEqual([]);
  vi.advanceTimersByTime(1_000);
  for (let done = 1; done <= 19; done++) print(`Published ${done} of 19`);
  print("Redirects: 1 of 1");
  expect(printed).toEqual(["Published 1 of 19", "Published 19 of 19"]);
});
