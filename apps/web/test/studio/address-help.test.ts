import type { FieldDescription } from "@letterpress/client";
import { describe, expect, it } from "vitest";
import { addressHelp } from "../../src/studio/fields/address-help.ts";

const fields: FieldDescription[] = [
  { name: "name", kind: "text", label: "Name", required: true },
  { name: "slug", kind: "slug", label: "Slug", required: false, from: "name" },
];
const type = { path: "/authors/:slug", titleField: "name", fields };

describe("the address of an entry", () => {
  it("shows what stands before the slug", () => {
    expect(addressHelp({ type, saved: null, slug: "" }).before).toBe("/authors/");
    expect(addressHelp({ type: { ...type, path: null }, saved: null, slug: "" }).before).toBe("");
  });

  it("names the field that it is made of", () => {
    const titled = { ...type, titleField: "title" };
    expect(addressHelp({ type: titled, saved: null, slug: "" }).text).toContain("name");
  });

  it("warns before an address that readers may know changes", () => {
    const published = { slug: "ada", publishedAt: new Date(0) };
    expect(addressHelp({ type, saved: published, slug: "ada-l" }).text).toContain("old address leads here");
    expect(
      addressHelp({ type, saved: { ...published, publishedAt: null }, slug: "ada-l" }).text,
    ).not.toContain("old");
  });
});
