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
  test("says what was changed, and reads well without that in an older event", () => {
    const text = (name: string, details: Record<string, unknown>) =>
      sentenceParts(event({ name, entry: null, details }))
        .map((part) => (typeof part === "string" ? part : part.title))
        .join("");
    const release = { releaseId: "r", title: "Winter" };
    const changed = (details: Record<string, unknown>) => text("release.changed", { ...release, ...details });
    expect(changed({ change: "added", entryTitle: "A" })).toBe("put “A” into the release Winter");
    expect(changed({ change: "removed", entryTitle: "" })).toBe("took “Untitled” out of the release Winter");
    expect(changed({ change: "renamed", oldTitle: "Autumn" })).toBe("renamed the release “Autumn” to Winter");
    expect(changed({})).toBe("changed the release Winter");
    expect(text("asset.created", { filename: "a.png" })).toBe("uploaded “a.png”");
    expect(text("asset.created", {})).toBe("uploaded a file");
    expect(text("user.created", { userName: "Bob", role: "editor" })).toBe("made the user Bob, editor");
    expect(text("user.created", {})).toBe("made a user");
    expect(text("apiKey.revoked", { keyName: "Site" })).toBe("revoked the API key “Site”");
  });
  test("names the owner who set up the Studio", () => {
    const setUp = event({
      name: "user.created",
      entry: null,
      actor: { kind: "nobody", id: null, name: "" },
      details: { userName: "Olga", role: "owner" },
    });
    expect(whoDid(setUp)).toBe("Olga");
    expect(sentenceParts(setUp)).toEqual(["set up the Studio, and is its owner"]);
    expect(whoDid({ ...setUp, details: {} })).toBe("Somebody");
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
