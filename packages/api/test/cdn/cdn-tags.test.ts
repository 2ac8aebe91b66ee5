import { expect, test } from "vitest";
import { allTag, cdnTag, cdnTags } from "../../src/cdn/cdn-tags.ts";
import { entryKey, everythingKey } from "../../src/content/source-keys.ts";

const sources = (count: number) => new Set(Array.from({ length: count }, (_, n) => entryKey(String(n))));

test("an answer has the tag of each of its sources, and the one that drops everything", () => {
  const [first, second] = ["0", "1"].map((id) => cdnTag(entryKey(id)));
  expect(cdnTags(sources(2))).toEqual([allTag, first, second]);
  expect(first).not.toBe(second);
});

test("the tags of any answer fit beside its other headers into what proxies take", () => {
  for (const count of [0, 1, 199, 200, 10_000])
    expect(cdnTags(sources(count)).join(" ").length).toBeLessThan(2_500);
});

test("an answer of more sources than fit is dropped by every change", () => {
  expect(cdnTags(sources(200))).toEqual([allTag, cdnTag(everythingKey)]);
});
