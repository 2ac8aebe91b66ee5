import { expect, test } from "vitest";
import { defineContentModel, reservedSlugs } from "../src/define-content-model.ts";
import { blocks, defineType, group, list, reference, references, text } from "../src/index.ts";
import { mistakeIn } from "./mistake-in.ts";

const title = text();
const a = defineType("a", { path: "/:slug", fields: { title } });
const at = (path: `/${string}:slug`) => defineType("b", { path, fields: { title } });

test.each([
  [
    "two types of one name",
    [a, defineType("a", { fields: { title } })],
    "a: two types have this name: rename one.",
  ],
  ["two types of one path", [a, at("/:slug")], 'b.path: /:slug is the path of "a" already: choose another.'],
])("%s are refused, with the place of the mistake and what to do", (_what, types, message) => {
  expect(mistakeIn(() => defineContentModel(types))).toBe(message);
});

test.each(["studio", "trpc", "media", "assets", "search", "uploads", "healthz", "readyz", "metrics"])(
  "a path below /%s is the server's, at any depth",
  (first) => {
    const message = `b.path: /${first} belongs to the server: choose another path.`;
    expect(mistakeIn(() => defineContentModel([at(`/${first}/:slug`)]))).toBe(message);
    expect(mistakeIn(() => defineContentModel([at(`/${first}/more/:slug`)]))).toBe(message);
    expect(mistakeIn(() => defineContentModel([at(`/more/${first}/:slug`)]))).toBe("nothing");
  },
);

test.each([
  ["x", reference("nobody")],
  ["x", references("nobody")],
  ["x.item", list(reference("nobody"))],
  ["x.in", group({ in: references("nobody") })],
  ["x.b.in.item.y", blocks({ b: group({ in: list(group({ y: reference("nobody") })) }) })],
  ["x", reference("constructor")],
  ["x", reference("")],
])("a reference to no type is refused with its place: %s", (place, x) => {
  const [to] = JSON.stringify(x).match(/nobody|constructor/) ?? [""];
  const message = mistakeIn(() => defineContentModel([a, defineType("b", { fields: { title, x } })]));
  expect(message).toBe(`b.fields.${place}: it refers to "${to}", which is no content type of this list.`);
});

test("types may refer to each other, to themselves and to types that come later", () => {
  const model = defineContentModel([
    defineType("one", { fields: { title, other: reference("two"), same: list(reference("one")) } }),
    defineType("two", { fields: { title, other: references("one") } }),
  ]);
  expect(Object.keys(model)).toEqual(["one", "two"]);
});

test("slugs that would hide another page are reserved where addresses meet, and only there", () => {
  const tags = at("/tags/:slug");
  const model = defineContentModel([a, tags]);
  expect(reservedSlugs(model, a)).toContain("studio");
  expect(reservedSlugs(model, a)).toContain("tags");
  expect(reservedSlugs(model, a)).not.toContain(":slug");
  expect(reservedSlugs(model, tags).size).toBe(0);
});
