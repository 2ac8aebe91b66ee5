import type { PressEvent } from "@letterpress/client";
import { QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { queryClient } from "../../src/studio/connection/query-client.ts";
import { refreshAfter } from "../../src/studio/connection/refresh-after.ts";
import { refreshSoon } from "../../src/studio/connection/refresh-soon.ts";

let asked: number;
let answer: () => Promise<unknown>;
let leave: () => void;
beforeEach(async () => {
  vi.useFakeTimers();
  asked = 0;
  answer = async () => null;
  const list = new QueryObserver(queryClient, {
    queryKey: ["entries", "tag", "list", {}],
    queryFn: () => {
      asked++;
      return answer();
    },
  });
  leave = list.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(2_000);
  asked = 0;
});
afterEach(async () => {
  leave();
  queryClient.clear();
  await vi.advanceTimersByTimeAsync(20_000);
  vi.useRealTimers();
});

const saved: PressEvent = {
  id: "1",
  name: "entry.saved",
  at: new Date(0),
  actor: { kind: "user", id: "1", name: "Ada" },
  entry: { id: "1", type: "tag", slug: "a", title: "A", version: 2 },
  assetId: null,
  details: {},
};

test("what a page has saved and the event of it ask for its lists once", async () => {
  refreshSoon(({ queryKey }) => queryKey.includes("tag"));
  await vi.advanceTimersByTimeAsync(100);
  refreshAfter(saved);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toBe(1);
});

test("a storm of events asks for a list once a second, and again after the last of them", async () => {
  for (let i = 0; i < 100; i++) {
    refreshAfter(saved);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(asked).toBeGreaterThan(8);
  const soFar = asked;
  refreshAfter(saved);
  await vi.advanceTimersByTimeAsync(1_200);
  expect(asked).toBeGreaterThan(soFar);
  expect(asked).toBeLessThan(13);
});

test("an answer that never comes keeps nothing from being asked for later", async () => {
  answer = () => new Promise(() => {});
  refreshAfter(saved);
  await vi.advanceTimersByTimeAsync(300);
  answer = async () => null;
  refreshAfter(saved);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(asked).toBe(2);
});
