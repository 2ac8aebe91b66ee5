import { describe, expect, test } from "vitest";
import { defineContentModel, reservedSlugs } from "../src/define-content-model.ts";
import { describeType } from "../src/describe-type.ts";
import { defineType, reference, slug, text } from "../src/index.ts";
import { ModelError } from "../src/model-error.ts";

const title = text();
const placeOf = (declare: () => unknown) => {
  try {
    declare();
  } catch (error) {
    if (error instanceof ModelError) return error.message;
    throw error;
  }
  return "accepted";
};

describe("a mistake in a type is refused with its place", () => {
  test.each([
    ["a name that cannot be in an address", () => defineType("my type", { fields: { title } }), "my type:"],
    ["no text field for the title", () => defineType("a", { fields: { ref: reference("a") } }), "a:"],
    [
      "a title that is no text field",
      () => defineType("a", { titleField: "ref", fields: { title, ref: reference("a") } }),
      "a.titleField:",
    ],
    ["a path without a slug", () => defineType("a", { path: "/A b/:slug", fields: { title } }), "a.path:"],
    [
      "a field that every entry has",
      () => defineType("a", { fields: { title, publishedAt: text() } }),
      "a.fields.publishedAt:",
    ],
    [
      "a slug of another name",
      () => defineType("a", { fields: { title, address: slug() } }),
      "a.fields.address:",
    ],
    ["a slug that is no slug", () => defineType("a", { fields: { title, slug: text() } }), "a.fields.slug:"],
    [
      "a slug of an unknown field",
      () => defineType("a", { fields: { title, slug: slug({ from: "x" }) } }),
      "a.fields.slug:",
    ],
    [
      "an optional slug",
      () => defineType("a", { fields: { title, slug: slug().optional() } }),
      "a.fields.slug:",
    ],
  ])("%s", (_what, declare, place) => {
    expect(placeOf(declare).startsWith(place)).toBe(true);
  });
});

describe("a mistake between types is refused with its place", () => {
  const a = defineType("a", { path: "/:slug", fields: { title } });
  test.each([
    ["two types of one name", [a, a], "a:"],
    ["two types of one path", [a, defineType("b", { path: "/:slug", fields: { title } })], "b.path:"],
    ["a path of the server", [defineType("b", { path: "/studio/:slug", fields: { title } })], "b.path:"],
    ["a reference to no type", [defineType("b", { fields: { title, to: reference("c") } })], "b.fields.to:"],
  ])("%s", (_what, types, place) => {
    expect(placeOf(() => defineContentModel(types)).startsWith(place)).toBe(true);
  });
});

test("every type has a slug, made of its title", () => {
  const type = defineType("a", { fields: { name: text() } });
  expect(type.titleField).toBe("name");
  expect(type.fields.slug.settings.from).toBe("name");
});

test("slugs that would hide another page are reserved where addresses meet, and only there", () => {
  const root = defineType("a", { path: "/:slug", fields: { title } });
  const tags = defineType("b", { path: "/tags/:slug", fields: { title } });
  const model = defineContentModel([root, tags]);
  expect(reservedSlugs(model, root)).toContain("studio");
  expect(reservedSlugs(model, root)).toContain("tags");
  expect(reservedSlugs(model, tags).size).toBe(0);
});

test("a description is plain JSON with a label for every field", () => {
  const description = describeType(defineType("a", { fields: { coverLine: text({ max: 5 }) } }));
  expect(JSON.parse(JSON.stringify(description))).toEqual(description);
  expect(description.fields[0]).toMatchObject({
    name: "coverLine",
    label: "Cover line",
    required: true,
    max: 5,
  });
});
