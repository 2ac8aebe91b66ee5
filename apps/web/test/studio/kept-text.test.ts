import type { Entry } from "@letterpress/client";
import { describe, expect, it } from "vitest";
import { keptTextKey, resume } from "../../src/studio/editor/kept-text.ts";

const entry: Entry = {
  id: "1",
  type: "article",
  slug: "a",
  title: "A",
  version: 4,
  status: "draft",
  isPublished: false,
  schedule: null,
  assigneeId: null,
  actions: [],
  createdAt: new Date(0),
  updatedAt: new Date(0),
  publishedAt: null,
  path: "/a",
  fields: { title: "Theirs", body: "Same" },
};

describe("kept text", () => {
  it("goes on at the version that it was written on", () => {
    const kept = { version: 4, changes: { title: "Mine" }, before: { title: "A" }, unread: {}, keptAt: 0 };
    expect(resume(entry, kept)).toEqual({ saved: entry, theirs: null });
  });

  it("is put beside a version that somebody else has saved since, not over it", () => {
    const kept = {
      version: 3,
      changes: { title: "Mine" },
      before: { title: "Before" },
      unread: {},
      keptAt: 0,
    };
    const { saved, theirs } = resume(entry, kept);
    expect(saved).toMatchObject({ version: 3, fields: { title: "Before", body: "Same" } });
    expect(theirs).toBe(entry);
  });

  it("of one user is not another's", () => {
    expect(keptTextKey("ada", "article", "new")).not.toBe(keptTextKey("bob", "article", "new"));
  });
});
