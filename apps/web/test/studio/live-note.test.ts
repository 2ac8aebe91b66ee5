import type { PressEvent } from "@letterpress/client";
import { expect, test } from "vitest";
import { liveNote } from "../../src/studio/shell/live-note.ts";

const now = new Date("2026-03-09T08:00:00Z");
const event = (more: Partial<PressEvent> = {}): PressEvent => ({
  id: "1",
  name: "entry.published",
  at: new Date(now.getTime() - 2_000),
  actor: { kind: "user", id: "ann", name: "Ann" },
  entry: { id: "e", type: "article", slug: "a", title: "A", version: 3 },
  assetId: null,
  details: {},
  ...more,
});

test("somebody else's publishing is told, with what to open", () => {
  expect(liveNote([event()], "me", now)).toEqual({
    text: "Ann published",
    about: { kind: "entry", type: "article", id: "e", title: "A" },
  });
});

test("nobody is told what they did themselves, what is long ago, or what readers do not see", () => {
  expect(liveNote([event()], "ann", now)).toBeNull();
  expect(liveNote([event({ at: new Date(now.getTime() - 120_000) })], "me", now)).toBeNull();
  expect(liveNote([event({ name: "entry.saved" })], "me", now)).toBeNull();
});

test("many at once are one line, and a release goes before its entries", () => {
  expect(liveNote([event(), event(), event()], "me", now)?.text).toBe("Ann published 3 entries just now.");
  const release = event({
    name: "release.published",
    entry: null,
    details: { releaseId: "r", title: "Spring" },
  });
  expect(liveNote([event(), release, event()], "me", now)).toEqual({
    text: "Ann published the release",
    about: { kind: "release", id: "r", title: "Spring" },
  });
});

test("what published itself has no person's name", () => {
  const actor = { kind: "system", id: null, name: "schedule" } as const;
  expect(liveNote([event({ actor })], "me", now)?.text).toBe("The schedule published");
});
