import {
  blocks,
  boolean,
  color,
  custom,
  date,
  datetime,
  defineType,
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
  text,
  url,
} from "@letterpress/model";
import { expect, test } from "vitest";
import { z } from "zod";
import { facetValue, noValue } from "../../src/facets/facet-value.ts";
import { facetsOf } from "../../src/facets/facets-of.ts";

const id = (last: number) => `01a207a7-8848-7028-8c07-da3524052${String(last).padStart(3, "0")}`;
const thing = defineType("thing", {
  fields: {
    title: text(),
    body: markdown(),
    size: number().optional(),
    done: boolean(),
    day: date().optional(),
    at: datetime().optional(),
    level: select(["low", "high"]).default("low"),
    tags: multiSelect(["a", "b"]),
    home: url().optional(),
    mail: email().optional(),
    tint: color().optional(),
    data: json(),
    cover: image().optional(),
    paper: file().optional(),
    author: reference("thing").optional(),
    others: references("thing"),
    names: list(text()),
    dates: list(date().default("2026-01-01")),
    matrix: list(list(number())),
    box: group({ inner: text(), friend: reference("thing").optional(), picture: image().optional() }),
    parts: blocks({ shown: group({ files: list(file()), notes: markdown(), friends: references("thing") }) }),
    own: custom(z.number()),
  },
});
const facets = (fields: Record<string, unknown>, field: string) =>
  facetsOf(thing, fields).flatMap((facet) => (facet.field === field ? [facet.value] : []));

test("every field that entries are found by has a facet, and no other field has one", () => {
  const found = new Set(facetsOf(thing, {}).map(({ field }) => field));
  const rest = Object.keys(thing.fields).filter((name) => !found.has(name));
  expect(rest).toEqual(["body", "data", "matrix", "box", "parts", "own", "slug"]);
});

test("a field without a value says so, a list without items too", () => {
  for (const empty of [{}, { title: " ", size: null, others: [], names: [] }])
    for (const field of ["title", "size", "author", "others", "names", "tags"])
      expect(facets(empty, field)).toEqual([noValue]);
});

test("a default is found as if it was saved", () => {
  expect(facets({}, "level")).toEqual(["low"]);
  expect(facets({}, "done")).toEqual(["false"]);
  expect(facets({ dates: ["", "2026-02-02"] }, "dates")).toEqual(["2026-01-01", "2026-02-02"]);
});

test("a value is encoded as it is compared", () => {
  const fields = {
    title: "Été",
    size: -1.5,
    done: true,
    at: "2026-01-01T00:00:00.000Z",
    tint: "#abcdef",
    author: id(1),
  };
  expect(facets(fields, "title")).toEqual([facetValue("text", "Été")]);
  expect(facets(fields, "size")).toEqual([facetValue("number", -1.5)]);
  expect(facets(fields, "done")).toEqual(["true"]);
  expect(facets(fields, "at")).toEqual(["2026-01-01T00:00:00.000Z"]);
  expect(facets(fields, "tint")).toEqual(["#abcdef"]);
  expect(facets(fields, "author")).toEqual([id(1)]);
});

test("a value that is there several times is one facet", () => {
  expect(facets({ names: ["a", "b", "a"] }, "names")).toEqual([
    facetValue("text", "a"),
    facetValue("text", "b"),
  ]);
  expect(facets({ names: ["a", "A"] }, "names")).toHaveLength(2);
});

test("every entry and asset that is pointed at is linked once, at any depth", () => {
  const fields = {
    author: id(1),
    others: [id(2), id(1)],
    cover: id(10),
    paper: id(11),
    body: `![](/media/${id(12)}/original.png) and ![again](/media/${id(12)}/640.webp)`,
    box: { friend: id(3), picture: id(13) },
    parts: [
      {
        type: "shown",
        files: [id(14), id(10)],
        notes: `[file](/media/${id(15)}/a.pdf)`,
        friends: [id(4), id(3)],
      },
      { type: "gone", files: [id(99)] },
    ],
  };
  expect(facets(fields, "@entries")).toEqual([1, 2, 3, 4].map(id));
  expect(facets(fields, "@assets").toSorted()).toEqual([10, 11, 12, 13, 14, 15].map(id));
  expect(facets({}, "@entries")).toEqual([]);
  expect(facets({}, "@assets")).toEqual([]);
});

test("what a default points at is linked, too", () => {
  const type = defineType("a", {
    fields: {
      title: text(),
      cover: image().default(id(1)),
      intro: markdown().default(`![](/media/${id(2)}/original.png)`),
      box: group({ owner: reference("a").default(id(3)) }),
    },
  });
  const links = facetsOf(type, {}).filter(({ field }) => field.startsWith("@"));
  expect(links).toEqual([
    { field: "@entries", value: id(3) },
    { field: "@assets", value: id(1) },
    { field: "@assets", value: id(2) },
  ]);
});
