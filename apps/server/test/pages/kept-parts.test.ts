import { expect, test } from "vitest";
import { keptParts } from "../../src/pages/kept-parts.ts";

const part = (value: string, moment: bigint, ...sources: string[]) => ({
  value,
  moment,
  sources: new Set(sources),
});

test("a part is kept until something that it was made from is dropped", () => {
  const parts = keptParts();
  parts.begin("tags").keep(part("Ink", 1n, "type:tag"));
  parts.begin("pages").keep(part("About", 1n, "type:page"));
  parts.drop(new Set(["type:tag", "type:person"]));
  expect([parts.get("tags"), parts.get("pages")?.value]).toEqual([undefined, "About"]);
  parts.drop(null);
  expect(parts.get("pages")).toBeUndefined();
});

test("a part is not kept when something that it was made from was dropped while it was made", () => {
  const parts = keptParts();
  const [tags, pages] = [parts.begin("tags"), parts.begin("pages")];
  parts.drop(new Set(["type:tag"]));
  tags.keep(part("Ink", 1n, "type:tag"));
  pages.keep(part("About", 1n, "type:page"));
  expect([parts.get("tags"), parts.get("pages")?.value]).toEqual([undefined, "About"]);
  const again = parts.begin("tags");
  parts.drop(null);
  again.keep(part("Ink", 1n, "type:tag"));
  expect(parts.get("tags")).toBeUndefined();
});

test("a part that was begun earlier and took longer does not replace a newer one", () => {
  const parts = keptParts();
  const slow = parts.begin("tags");
  parts.begin("tags").keep(part("new", 2n, "type:tag"));
  slow.keep(part("old", 1n, "type:tag"));
  expect(parts.get("tags")?.value).toBe("new");
});
