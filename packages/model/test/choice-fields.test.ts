import { expect, test } from "vitest";
import {
  boolean,
  date,
  datetime,
  file,
  image,
  multiSelect,
  number,
  reference,
  references,
  select,
} from "../src/index.ts";
import { noId } from "../src/uuid.ts";
import { read, take } from "./take.ts";

const id = "01a207a7-8848-7028-8c07-da352405241d";
const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => `${id.slice(0, -4)}${String(index).padStart(4, "0")}`);

test("select takes one of its options, to the letter", () => {
  const field = select(["low", "high"]);
  expect(take(field, "low")).toEqual({ stored: "low" });
  for (const given of ["LOW", "", "toString", "__proto__", 0, ["low"], {}, null])
    expect(take(field, given)).toEqual([": Use one of: low, high."]);
});

test("a value whose option is gone still reads", () => {
  expect(read(select(["low"]), "high")).toBe("high");
  expect(read(multiSelect(["low"]), ["high"])).toEqual(["high"]);
});

test("multiSelect takes each of its options once, in any order", () => {
  const field = multiSelect(["a", "b"]);
  expect(take(field, [])).toEqual({ stored: [] });
  expect(take(field, ["b", "a"])).toEqual({ stored: ["b", "a"] });
  expect(take(field, ["a", "a"])).toEqual([": Name each value once."]);
  expect(take(field, ["a", "c"])).toEqual(["1: Use one of: a, b."]);
  for (const given of ["a", {}, { 0: "a", length: 1 }, null])
    expect(take(field, given)).toEqual([": Use a list."]);
});

test("a reference, a picture and a file are an id in small letters, whatever it was written in", () => {
  for (const field of [reference("person"), image(), file()]) {
    expect(take(field, id.toUpperCase())).toEqual({ stored: id });
    for (const given of ["", "x", `${id}0`, `{${id}}`, "' OR 1=1 --", [id], { id }, 1, null])
      expect(take(field, given)).toHaveLength(1);
  }
  expect(take(reference("person"), "x")).toEqual([": Give the id of an entry."]);
  expect(take(image(), "cover.png")).toEqual([": Give the id of an asset."]);
});

test("references are up to 100 ids, each once", () => {
  const field = references("tag");
  expect(take(field, ids(100))).toEqual({ stored: ids(100) });
  expect(take(field, ids(101))).toEqual([": Use at most 100 entries."]);
  expect(take(field, [id, id.toUpperCase()])).toEqual([": Name each entry once."]);
  expect(take(field, [id, "x"])).toEqual(["1: Give the id of an entry."]);
  expect(take(field, { length: 1, 0: id })).toEqual([": Use a list."]);
});

test("a reference reads as the type and id of what it points at", () => {
  expect(reference("person").toOutput?.(id)).toEqual({ type: "person", id });
  expect(references("tag").toOutput?.([id])).toEqual([{ type: "tag", id }]);
  expect(read(reference("person"), { type: "person", id })).toEqual({ type: "person", id });
  expect(() => read(reference("person"), { type: "tag", id })).toThrow("It does not read");
});

test("a stored value of any kind reads while the field is missing", () => {
  const kinds = [
    number({ min: 2 }),
    boolean(),
    date(),
    datetime(),
    select(["a"]),
    multiSelect(["a"]),
    image(),
    file(),
  ];
  for (const field of [...kinds, reference("a"), references("a")])
    expect(() => read(field, field.whenMissing)).not.toThrow();
  expect(number({ min: 2 }).whenMissing).toBe(2);
  expect(reference("a").whenMissing).toEqual({ type: "a", id: noId });
});

test("a huge list costs one problem, and not one for each item", () => {
  const huge = Array.from({ length: 200_000 }, () => "x");
  expect(take(references("tag"), huge)).toEqual([": Use at most 100 entries."]);
  expect(take(multiSelect(["a", "b"]), huge)).toEqual([": Name each value once."]);
});
