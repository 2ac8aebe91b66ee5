import { describe, expect, test } from "vitest";
import { fieldChangesSchema } from "../src/field-schemas.ts";
import { boolean, date, defineType, image, reference, references, select, text } from "../src/index.ts";

const id = "01a207a7-8848-7028-8c07-da352405241d";
const type = defineType("thing", {
  fields: {
    title: text({ max: 10 }),
    notes: text({ multiline: true }).optional(),
    cover: image().optional(),
    author: reference("thing"),
    others: references("thing"),
    level: select(["low", "high"]),
    done: boolean(),
    day: date(),
  },
});
const accepts = (changes: unknown) => fieldChangesSchema(type).safeParse(changes).success;

test("any part of a draft can be saved, an empty one too", () => {
  expect(accepts({})).toBe(true);
  expect(accepts({ title: "" })).toBe(true);
  expect(accepts({ title: null, author: null })).toBe(true);
});

describe("a value that does not fit its field is refused", () => {
  test.each([
    { title: "eleven char" },
    { title: "a\nb" },
    { title: 1 },
    { cover: "cover.png" },
    { author: [id] },
    { others: id },
    { others: [id, id] },
    { others: Array.from({ length: 101 }, (_, index) => id.slice(0, -3) + String(index).padStart(3, "0")) },
    { level: "middle" },
    { done: "true" },
    { day: "2026-02-30" },
    { day: "2026-02-03T00:00:00Z" },
    { slug: null },
    { slug: "Upper" },
    { slug: "a--b" },
    { slug: "-a" },
    { slug: "a/b" },
    { unknown: 1 },
  ])("%j", (changes) => {
    expect(accepts(changes)).toBe(false);
  });
});

describe("a value that fits is accepted", () => {
  test.each([
    { title: "ten chars!" },
    { notes: "a\nb" },
    { cover: id },
    { others: [] },
    { level: "high" },
    { day: "2028-02-29" },
    { slug: "crème-brûlée-2" },
    { slug: "活版印刷" },
  ])("%j", (changes) => {
    expect(accepts(changes)).toBe(true);
  });
});
