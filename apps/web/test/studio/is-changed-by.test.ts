import type { PressEvent } from "@letterpress/client";
import { expect, test } from "vitest";
import { isChangedBy } from "../../src/studio/connection/is-changed-by.ts";

const event = (name: string, more: Partial<PressEvent> = {}): PressEvent => ({
  id: "1",
  name,
  at: new Date(0),
  actor: { kind: "user", id: "u", name: "Ann" },
  entry: /^(entry|comment|preview)\./.test(name)
    ? { id: "e", type: "article", slug: "a", title: "A", version: 3 }
    : null,
  assetId: null,
  details: {},
  ...more,
});

test("a change of an entry reloads the lists of its type, and no others", () => {
  for (const kind of ["list", "page", "choices"]) {
    expect(isChangedBy(event("entry.saved"), ["entries", "article", kind, {}])).toBe(true);
    expect(isChangedBy(event("entry.saved"), ["entries", "tag", kind, {}])).toBe(false);
  }
});

test("an open entry is asked for again when it changed, unless that version is there already", () => {
  const key = ["entries", "article", "one", "e"];
  expect(isChangedBy(event("entry.saved"), key, 2)).toBe(true);
  expect(isChangedBy(event("entry.saved"), key, 3)).toBe(false);
  expect(isChangedBy(event("entry.saved"), ["entries", "article", "one", "other"], 2)).toBe(false);
  // Its status may be another, though its version is not.
  expect(isChangedBy(event("entry.published"), key, 3)).toBe(true);
});

test("what is said about an entry reloads its comments, not the lists", () => {
  expect(isChangedBy(event("comment.created"), ["comments", "e"])).toBe(true);
  expect(isChangedBy(event("comment.created"), ["comments", "other"])).toBe(false);
  expect(isChangedBy(event("comment.created"), ["entries", "article", "list", {}])).toBe(false);
});

test("saving leaves calendar, bin, redirects and what waits as they are; publishing does not", () => {
  for (const subject of ["calendar", "bin", "redirects", "waiting"]) {
    expect(isChangedBy(event("entry.saved"), [subject])).toBe(false);
    expect(isChangedBy(event("entry.published"), [subject])).toBe(true);
  }
  expect(isChangedBy(event("entry.saved"), ["releases", "one", "r"])).toBe(true);
});

test("releases, redirects and assets reload what shows them", () => {
  expect(isChangedBy(event("release.scheduled"), ["calendar"])).toBe(true);
  expect(isChangedBy(event("release.changed"), ["releases", "list", "open"])).toBe(true);
  expect(isChangedBy(event("redirect.created"), ["redirects", "list", ""])).toBe(true);
  const asset = event("asset.updated", { assetId: "p" });
  expect(isChangedBy(asset, ["assets", "list", {}])).toBe(true);
  expect(isChangedBy(asset, ["assets", "one", "p"])).toBe(true);
  expect(isChangedBy(asset, ["assets", "one", "other"])).toBe(false);
});

test("the history has everything, and nothing ever asks who is signed in", () => {
  expect(isChangedBy(event("user.signedIn"), ["events", "list", {}])).toBe(true);
  for (const name of ["entry.saved", "release.published", "user.created"])
    for (const key of [["me"], ["types"], ["publication"]]) expect(isChangedBy(event(name), key)).toBe(false);
});
