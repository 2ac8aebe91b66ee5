import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { eventGroups } from "../../src/studio/history/event-groups.ts";
import { eventWords } from "../../src/studio/history/event-words.ts";

const source = await readFile(new URL("../../../../packages/db/src/events.ts", import.meta.url), "utf8");
/** The names of all events, as the database package declares them. */
const names = [...source.matchAll(/"([a-z]+[A-Za-z]*\.[a-zA-Z]+)"/gi)].map(([, name]) => name ?? "");

test("the names of events are read from their declaration", () => {
  expect(names.length).toBeGreaterThan(35);
  expect(names).toContain("entry.published");
});

test("every event reads as a sentence in the history", () => {
  expect(names.filter((name) => !Object.hasOwn(eventWords, name))).toEqual([]);
});

test("the history has words for nothing that does not happen", () => {
  expect(Object.keys(eventWords).filter((name) => !names.includes(name))).toEqual([]);
});

test("every event is found by one filter of the history, and by one alone", () => {
  const grouped = Object.values(eventGroups).flatMap((group): readonly string[] => group.names);
  expect([...grouped].sort()).toEqual([...new Set(names)].sort());
});
