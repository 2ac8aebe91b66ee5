import { expect, test } from "vitest";
import { dayOrder } from "../../src/studio/calendar/day-order.ts";
import type { CalendarItem } from "../../src/studio/connection/desk.ts";

const at = new Date("2026-05-01T08:00:00Z");
const before = new Date("2026-05-01T07:00:00Z");
const after = new Date("2026-05-01T09:00:00Z");

function item(title: string, kind: CalendarItem["kind"], type: string, more: Partial<CalendarItem> = {}) {
  const isRelease = kind === "release";
  return {
    kind,
    at,
    entry: isRelease ? null : { id: title, type, title, status: "published" },
    release: isRelease ? { id: title, name: title } : null,
    failure: null,
    isLate: false,
    ...more,
  } satisfies CalendarItem as CalendarItem;
}

const items = [
  item("a tag", "published", "tag"),
  item("an article", "published", "article"),
  item("a release", "release", ""),
  item("another tag", "published", "tag"),
  item("a scheduled tag", "scheduled", "tag"),
  item("a late tag", "scheduled", "tag", { isLate: true }),
  item("a failed release", "release", "", { failure: { code: "", message: "", issues: [] } }),
];
const order = (now: Date) =>
  dayOrder(items, new Set(["article"]), now).map(({ entry, release }) => entry?.title ?? release?.name);

test("a day begins with what went wrong and what is to come, then pages, then the rest", () => {
  expect(order(after)).toEqual([
    "a late tag",
    "a failed release",
    "a scheduled tag",
    "an article",
    "a release",
    "a tag",
    "another tag",
  ]);
});

test("a release is to come until its time", () => {
  expect(order(before).slice(2, 4)).toEqual(["a release", "a scheduled tag"]);
});
