import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Field } from "../src/field.ts";
import { fieldKinds } from "../src/field.ts";
import {
  blocks,
  boolean,
  color,
  custom,
  date,
  datetime,
  email,
  file,
  group,
  image,
  json,
  list,
  markdown,
  multiSelect,
  number,
  reference,
  references,
  select,
  slug,
  text,
  url,
} from "../src/index.ts";
import { read } from "./take.ts";

const id = "01a207a7-8848-7028-8c07-da352405241d";
const words = { label: "Label", help: "Help." };
const now = new Date("2026-03-01T12:00:00Z");

/** Each kind with a default, and what is stored of the default. */
const kinds: [Field, Field, stored: unknown][] = [
  [text(words), text(words).default("a"), "a"],
  [markdown(words), markdown(words).default("*a*"), "*a*"],
  [number(words), number(words).default(-0), 0],
  [boolean(words), boolean(words).default(true), true],
  [date(words), date(words).default("2026-01-01"), "2026-01-01"],
  [datetime(words), datetime(words).default(now), now.toISOString()],
  [select(["a", "b"], words), select(["a", "b"], words).default("b"), "b"],
  [multiSelect(["a", "b"], words), multiSelect(["a", "b"], words).default(["b"]), ["b"]],
  [slug(words), slug(words).default("a"), "a"],
  [url(words), url(words).default("https://a.b"), "https://a.b"],
  [email(words), email(words).default("a@b.co"), "a@b.co"],
  [color(words), color(words).default("#ABCDEF"), "#abcdef"],
  [json(words), json(words).default({ a: 1 }), { a: 1 }],
  [image(words), image(words).default(id), id],
  [file(words), file(words).default(id), id],
  [reference("a", words), reference("a", words).default(id.toUpperCase()), id],
  [references("a", words), references("a", words).default([id]), [id]],
  [list(datetime(), words), list(datetime(), words).default([now]), [now.toISOString()]],
  [group({ a: text() }, words), group({ a: text() }, words).default({ a: "b" }), { a: "b" }],
  [
    blocks({ a: group({ b: number() }) }, words),
    blocks({ a: group({ b: number() }) }, words).default([{ type: "a", b: 1 }]),
    [{ type: "a", b: 1 }],
  ],
  [custom(z.coerce.number(), words), custom(z.coerce.number(), words).default("5"), "5"],
];

test("every kind is tried here", () => {
  expect(kinds.map(([field]) => field.kind).toSorted()).toEqual(fieldKinds.toSorted());
});

describe.each(kinds)("a field of the kind $kind", (field, withDefault, stored) => {
  test("keeps its words and settings whatever it is called after", () => {
    const others = [
      field.optional(),
      withDefault,
      withDefault.optional(),
      field.optional().default(withDefault.defaultValue),
    ];
    for (const other of [field, ...others]) {
      const { kind, settings } = field;
      expect(other).toMatchObject({ kind, ...words, settings });
      expect(Object.keys(other.fields ?? {})).toEqual(Object.keys(field.fields ?? {}));
      expect(other.item?.kind).toBe(field.item?.kind);
    }
  });

  test("is what it was called last", () => {
    expect(field.optional()).toMatchObject({ presence: "optional", defaultValue: undefined });
    expect(withDefault).toMatchObject({ presence: "defaulted", defaultValue: stored });
    expect(withDefault.optional()).toMatchObject({ presence: "optional", defaultValue: undefined });
    expect(withDefault.optional().default(stored)).toMatchObject({
      presence: "defaulted",
      defaultValue: stored,
    });
  });

  test("is not changed by what is made of it", () => {
    const before = { ...field };
    field.optional();
    field.default(stored);
    expect(field).toEqual(before);
  });

  test("reads of an entry that is older than it", () => {
    expect(() => read(field, field.whenMissing)).not.toThrow();
    expect(() => read(withDefault, withDefault.whenMissing)).not.toThrow();
  });
});

describe("an entry that is older than a field reads its default", () => {
  test.each([
    ["a value", number().default(5), 5],
    ["a moment", datetime().default(now), now],
    ["a reference", reference("a").default(id), { type: "a", id }],
    ["a list", list(reference("a")).default([id]), [{ type: "a", id }]],
    ["a list of lists", list(list(datetime())).default([[now]]), [[now]]],
    [
      "a group with defaults of its own",
      group({ a: text(), b: number().default(2) }).default({ a: "x" }),
      { a: "x", b: 2 },
    ],
    [
      "blocks",
      blocks({ x: group({ at: datetime(), b: boolean() }) }).default([{ type: "x", at: now }]),
      [{ type: "x", at: now, b: false }],
    ],
    ["what a schema makes of it", custom(z.string().transform(Number)).default("7"), 7],
  ] as [string, Field, unknown][])("%s", (_what, field, value) => {
    expect(read(field, field.whenMissing)).toEqual(value);
  });

  test("but for pictures and rendered text, which only publishing can make", () => {
    expect(
      read(
        group({ cover: image(), a: text() }),
        group({ cover: image(), a: text() }).default({ cover: id, a: "b" }).whenMissing,
      ),
    ).toMatchObject({
      cover: { url: "" },
      a: "b",
    });
    expect(list(image()).default([id]).whenMissing).toEqual([]);
  });
});
