import {
  blocks,
  boolean,
  color,
  custom,
  datetime,
  defineType,
  file,
  group,
  image,
  list,
  markdown,
  number,
  reference,
  references,
  text,
} from "@letterpress/model";
import type { FieldMap } from "@letterpress/model/field";
import type { StoredFile } from "@letterpress/model/fields/file";
import type { Image } from "@letterpress/model/fields/image";
import type { RenderedMarkdown } from "@letterpress/model/fields/markdown";
import { expect, test } from "vitest";
import { z } from "zod";
import { outputFields, type Shown } from "../../src/publishing/output-fields.ts";

const id = "01a207a7-8848-7028-8c07-da352405241d";
const rendered = (text: string): RenderedMarkdown => ({
  source: text,
  html: `<p>${text}</p>`,
  text,
  toc: [],
});
const picture = { id, url: `/media/${id}/original.png`, alt: "A picture" } as Image;
const paper = { id, url: `/media/${id}/original.pdf`, filename: "a.pdf" } as StoredFile;

function output(fields: FieldMap, stored: Record<string, unknown>, shown: Partial<Shown> = {}) {
  const { title, ...rest } = outputFields(
    defineType("a", { fields: { title: text(), ...fields } }).fields,
    { title: "A", ...stored },
    { texts: new Map(), images: new Map(), files: new Map(), ...shown },
  );
  expect(title).toBe("A");
  // It is stored as JSON: what JSON would change is not what readers would get.
  expect(JSON.parse(JSON.stringify(rest))).toStrictEqual(rest);
  return rest;
}

test("what is missing is left out, or stands as its default", () => {
  const fields = { note: text().optional(), size: number().default(3), done: boolean(), names: list(text()) };
  expect(output(fields, {})).toEqual({ size: 3, done: false, names: [] });
  expect(output(fields, { note: " ", size: 0, done: true, names: ["a"] })).toEqual({
    size: 0,
    done: true,
    names: ["a"],
  });
});

test("a required group is there with its defaults, an optional one only if it was given", () => {
  const inner = { note: text().optional(), open: boolean() };
  expect(output({ x: group(inner), y: group(inner).optional() }, {})).toEqual({ x: { open: false } });
  expect(output({ y: group(inner).optional() }, { y: { note: "a" } })).toEqual({
    y: { note: "a", open: false },
  });
});

test("each nested value becomes what readers get, by its own path", () => {
  const fields = {
    days: list(
      group({
        program: blocks({
          talk: group({
            notes: markdown(),
            by: reference("person"),
            cover: image(),
            paper: file().optional(),
          }),
          pause: group({ tags: references("tag"), at: datetime() }),
        }),
      }),
    ),
  };
  const talk = { type: "talk", notes: "b", by: id, cover: id, paper: id };
  const pause = { type: "pause", tags: [id], at: "2026-01-01T00:00:00.000Z" };
  const shown = {
    texts: new Map([
      ["days.0.program.0.notes", rendered("other")],
      ["days.1.program.1.notes", rendered("b")],
    ]),
    images: new Map([[id, picture]]),
    files: new Map([[id, paper]]),
  };
  expect(output(fields, { days: [{}, { program: [pause, talk] }] }, shown)).toEqual({
    days: [
      { program: [] },
      {
        program: [
          { type: "pause", tags: [{ type: "tag", id }], at: "2026-01-01T00:00:00.000Z" },
          { type: "talk", notes: rendered("b"), by: { type: "person", id }, cover: picture, paper },
        ],
      },
    ],
  });
});

test("lists keep their order and length, lists of lists too", () => {
  const fields = { matrix: list(list(number())), colors: list(color().default("#000000")) };
  expect(output(fields, { matrix: [[3, 1], [], [2]], colors: ["#ffffff", ""] })).toEqual({
    matrix: [[3, 1], [], [2]],
    colors: ["#ffffff", "#000000"],
  });
});

test("a custom field's transform is done once, wherever it is", () => {
  const twice = custom(z.string().transform((given) => `${given}${given}`));
  const fields = { a: twice, b: list(twice), c: blocks({ d: group({ e: twice }) }) };
  expect(output(fields, { a: "x", b: ["y"], c: [{ type: "d", e: "z" }] })).toEqual({
    a: "xx",
    b: ["yy"],
    c: [{ type: "d", e: "zz" }],
  });
  expect(output({ a: twice.default("x") }, {})).toEqual({ a: "xx" });
});

test("what a type or group has no more is not shown", () => {
  const fields = { x: group({ y: text() }), z: blocks({ a: group({}) }) };
  const stored = { secret: 1, x: { y: "a", secret: 1 }, z: [{ type: "a", secret: 1 }] };
  expect(output(fields, stored)).toEqual({ x: { y: "a" }, z: [{ type: "a" }] });
});

test("values of JavaScript's names change no object", () => {
  const hostile = JSON.parse('{"__proto__":{"y":"polluted"},"constructor":{"y":"polluted"}}') as Record<
    string,
    unknown
  >;
  expect(output({ x: group({ y: text().optional() }) }, { ...hostile, x: { ...hostile } })).toEqual({
    x: {},
  });
  expect(({} as Record<string, unknown>).y).toBeUndefined();
});
