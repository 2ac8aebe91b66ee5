import type { Entry } from "@letterpress/client";
import { expect, it } from "vitest";
import { statusSentence } from "../../src/studio/panel/status-sentence.ts";

const now = new Date(2026, 10, 23, 15);
const at = new Date(2026, 10, 24, 8);
const entry = { version: 5, publishedVersion: 3, publishedAt: null, schedule: null };
const says = (more: Partial<Entry> & Pick<Entry, "status">) => statusSentence({ ...entry, ...more }, now);

it("says what readers see, whatever the draft waits for", () => {
  expect(says({ status: "inReview" })).toBe("It waits for review. Readers see version 3.");
  expect(says({ status: "inReview", publishedVersion: null })).toBe(
    "It waits for review. Readers do not see it.",
  );
  expect(says({ status: "changed" })).toContain("Readers see version 3. The draft is version 5");
});

it("says what will be published, or why it was not", () => {
  const schedule = { at, version: 4, failure: null };
  expect(says({ status: "scheduled", schedule })).toBe(
    "Version 4 will be published tomorrow at 08:00. Readers see version 3.",
  );
  const failure = { code: "ENTRY_INCOMPLETE", message: "Not ready.", issues: [] };
  expect(says({ status: "scheduled", schedule: { ...schedule, failure } })).toContain("and was not");
});
