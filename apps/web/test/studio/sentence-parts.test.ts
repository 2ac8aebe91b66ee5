import type { PressEvent } from "@letterpress/client";
import { describe, expect, test } from "vitest";
import { sentenceParts, whoDid } from "../../src/studio/history/sentence-parts.ts";

const event = (more: Partial<PressEvent>): PressEvent => ({
  id: "1",
  name: "entry.published",
  at: new Date("2026-03-09T08:00:00Z"),
  actor: { kind: "user", id: "u", name: "Ann" },
  entry: { id: "e", type: "article", slug: "a", title: "A", version: 3 },
  assetId: null,
  details: {},
  ...more,
});

describe("a sentence of the history", () => {
  test("names the entry as what can be opened", () => {
    expect(sentenceParts(event({}))).toEqual(["published ", { kind: "entry", title: "A" }]);
  });
  test("tells what the event's details say", () => {
    expect(
      sentenceParts(event({ name: "entry.assigned", details: { assigneeId: "b", assigneeName: "Bob" } })),
    ).toEqual(["assigned ", { kind: "entry", title: "A" }, " to ", "Bob"]);
    expect(
      sentenceParts(event({ name: "entry.assigned", details: { assigneeId: null, assigneeName: null } })).at(
        -1,
      ),
    ).toBe("nobody");
  });
  test("calls an autosave by its name", () => {
    expect(sentenceParts(event({ name: "entry.saved", details: { autosave: true } }))[0]).toBe("autosaved ");
    expect(sentenceParts(event({ name: "entry.saved", details: { autosave: false } }))[0]).toBe("saved ");
  });
  test("is there for an event that is newer than the page", () => {
    expect(sentenceParts(event({ name: "entry.framed" }))).toEqual([
      "did something newer than this page: entry.framed",
    ]);
  });
  test("begins with who did it", () => {
    expect(whoDid(event({}))).toBe("Ann");
    expect(whoDid(event({ actor: { kind: "system", id: null, name: "schedule" } }))).toBe("Letterpress");
    expect(whoDid(event({ actor: { kind: "apiKey", id: "k", name: "Import" } }))).toBe(
      "The API key “Import”",
    );
  });
});
