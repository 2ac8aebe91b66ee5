import type { PressEvent } from "@letterpress/client";
import { describe, expect, test } from "vitest";
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
const about = { kind: "entry", type: "article", id: "e", title: "A" } as const;

type Role = "owner" | "editor" | "author" | "contributor";
const tell = (events: PressEvent[], { id = "me", role = "editor" as Role, open = "" } = {}) =>
  liveNote(events, { me: { id, role }, isOpen: (entryId) => entryId === open, now });
const text = (events: PressEvent[], as: Parameters<typeof tell>[1] = {}) => {
  const note = tell(events, as);
  return note && [note.before, note.about?.title, note.after].filter(Boolean).join("|");
};

describe("somebody else's publishing", () => {
  test("is told, with what to open", () => {
    expect(tell([event()])).toEqual({ before: "Ann published", about, after: " just now", commentId: null });
  });

  test("is not told to whoever did it, nor when it is long ago or what readers do not see", () => {
    expect(tell([event()], { id: "ann" })).toBeNull();
    expect(tell([event({ at: new Date(now.getTime() - 120_000) })])).toBeNull();
    expect(tell([event({ name: "entry.saved" })])).toBeNull();
  });

  test("is one line where it is many, and a release goes before its entries", () => {
    expect(text([event(), event(), event()])).toBe("Ann published 3 entries just now.");
    const details = { releaseId: "r", title: "Spring" };
    const release = event({ name: "release.published", entry: null, details });
    expect(tell([event(), release, event()])).toEqual({
      before: "Ann published the release",
      about: { kind: "release", id: "r", title: "Spring" },
      after: " just now",
      commentId: null,
    });
  });

  test("by a schedule has the name that the history gives it", () => {
    const actor = { kind: "system", id: null, name: "schedule" } as const;
    expect(text([event({ actor })])).toBe("Letterpress published|A| just now");
  });
});

describe("what waits for somebody", () => {
  const sentBack = event({ name: "entry.sentBack", details: { concerns: ["me"] } });
  const comment = event({ name: "comment.created", details: { concerns: ["me"], commentId: "c" } });

  test("is what was submitted, for those who may review", () => {
    const submitted = event({ name: "entry.submitted", details: { concerns: ["ann"] } });
    expect(text([submitted])).toBe("Ann submitted|A| for review");
    expect(text([submitted, submitted])).toBe("2 entries were submitted for review.");
    for (const role of ["author", "contributor"] as const) expect(tell([submitted], { role })).toBeNull();
  });

  test("is what was assigned to them, and to nobody else", () => {
    const assigned = event({ name: "entry.assigned", details: { assigneeId: "me" } });
    expect(text([assigned], { role: "contributor" })).toBe("Ann assigned|A| to you");
    expect(tell([assigned], { id: "somebody else" })).toBeNull();
  });

  test("is what was decided about their entry or the one that is open, with what was said", () => {
    expect(tell([comment, sentBack])).toEqual({ before: "Ann sent back", about, after: "", commentId: "c" });
    const other = event({ name: "entry.approved", details: { concerns: ["somebody"] } });
    expect(tell([other])).toBeNull();
    expect(text([other], { open: "e" })).toBe("Ann approved|A");
    // Older events do not say whom they concern.
    expect(tell([event({ name: "entry.approved" })])).toBeNull();
  });

  test("is what was said about their entry", () => {
    expect(tell([comment])).toEqual({ before: "Ann commented on", about, after: "", commentId: "c" });
    expect(tell([comment], { id: "ann" })).toBeNull();
    expect(tell([event({ name: "comment.created", details: { concerns: [], commentId: "c" } })])).toBeNull();
  });

  test("goes before what was published, and is told however late", () => {
    const late = { ...sentBack, at: new Date(now.getTime() - 3_600_000) };
    expect(text([late, event(), event()])).toBe("Ann sent back|A");
  });
});
