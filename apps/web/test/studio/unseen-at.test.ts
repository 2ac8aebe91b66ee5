import type { HiddenReference } from "@letterpress/client";
import { expect, test } from "vitest";
import { unseenAt } from "../../src/studio/publishing/unseen-at.ts";

const reference = (id: string, scheduledFor: Date | null): HiddenReference => ({
  ...{ type: "person", id, title: id, field: "author", version: 1 },
  status: scheduledFor ? "scheduled" : "draft",
  scheduledFor,
});
const noon = new Date("2026-05-01T12:00:00Z");
const later = new Date("2026-05-01T12:00:01Z");
const all = [reference("draft", null), reference("noon", noon), reference("later", later)];

test("what is published by the same time is not missed, what comes later or never is", () => {
  expect(unseenAt(all, noon).map(({ id }) => id)).toEqual(["draft", "later"]);
  expect(unseenAt(all, later).map(({ id }) => id)).toEqual(["draft"]);
  expect(unseenAt(all, null)).toEqual(all);
});
