import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAutosaveTimer, retryDelay } from "../../src/studio/editor/autosave-timer.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the timer of autosaves", () => {
  it("saves two seconds after the last change", () => {
    const save = vi.fn();
    const timer = createAutosaveTimer(save);
    timer.changed();
    vi.advanceTimersByTime(1_500);
    timer.changed();
    vi.advanceTimersByTime(1_999);
    expect(save).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it("saves at the latest ten seconds after the first change, while typing goes on", () => {
    const save = vi.fn();
    const timer = createAutosaveTimer(save);
    for (let second = 0; second < 10; second++) {
      timer.changed();
      expect(save).not.toHaveBeenCalled();
      vi.advanceTimersByTime(1_000);
    }
    expect(save).toHaveBeenCalledTimes(1);
  });

  it("saves nothing once there is nothing left to save", () => {
    const save = vi.fn();
    const timer = createAutosaveTimer(save);
    timer.changed();
    timer.rest();
    vi.advanceTimersByTime(60_000);
    expect(save).not.toHaveBeenCalled();
    expect(timer.isWaiting()).toBe(false);
  });

  it("tries again in growing steps, however much is typed meanwhile", () => {
    const save = vi.fn();
    const timer = createAutosaveTimer(save);
    for (let failures = 0; failures < 4; failures++) timer.failed();
    timer.changed();
    for (let second = 0; second < 14; second++) {
      vi.advanceTimersByTime(1_000);
      timer.changed();
    }
    expect(save).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it("tries at once when the connection is back", () => {
    const save = vi.fn();
    const timer = createAutosaveTimer(save);
    for (let failures = 0; failures < 9; failures++) timer.failed();
    timer.changed();
    timer.hurry();
    vi.advanceTimersByTime(0);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it("never waits longer than a quarter of a minute for a server that may be back", () => {
    expect([1, 2, 3, 4, 50].map(retryDelay)).toEqual([2_000, 4_000, 8_000, 15_000, 15_000]);
  });
});
