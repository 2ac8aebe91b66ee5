import { expect, it } from "vitest";
import { foldParts } from "../../src/studio/revisions/fold-parts.ts";

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(" ");
const same = (text: string) => ({ kind: "same" as const, text });
const changed = { kind: "inserted" as const, text: "new " };

it("keeps the words around a change, and puts the rest of a long text away", () => {
  const parts = foldParts([same(`${words(200)} `), changed, same(words(200))]);
  expect(parts.map(({ kind }) => kind)).toEqual(["folded", "same", "inserted", "same", "folded"]);
  expect(parts[1]?.text).toMatch(/^word\d+ .*word199 $/);
  expect(parts[3]?.text).toMatch(/^word0 .*word\d+$/);
  expect(parts.map(({ text }) => text).join("")).toBe(`${words(200)} new ${words(200)}`);
});

it("between two changes keeps the words beside both", () => {
  const parts = foldParts([changed, same(` ${words(200)} `), changed]);
  expect(parts.map(({ kind }) => kind)).toEqual(["inserted", "same", "folded", "same", "inserted"]);
});

it("leaves a short text whole", () => {
  const parts = [same(words(20)), changed];
  expect(foldParts(parts)).toEqual(parts);
});
