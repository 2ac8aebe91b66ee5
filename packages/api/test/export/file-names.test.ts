import { defineContentModel, defineType, text } from "@letterpress/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { assetFileName, entryFileName, typeFolder } from "../../src/export/file-names.ts";

const id = "01980000-0000-7000-8000-000000000000";
const otherId = "01980000-0000-7000-8000-000000000001";

test.each([
  ["hello-world", "hello-world"],
  ["привет-мир", "привет-мир"],
  ["你好", "你好"],
  ["λόγος", "λόγος"],
  ["con", `con~${id}`],
  ["com¹", `com¹~${id}`],
  ["straße", `straße~${id}`],
  ["λόγοσ", `λόγοσ~${id}`],
  ["語".repeat(160), `${"語".repeat(47)}~${id}`],
])("the file of %s", (slug, name) => {
  expect(entryFileName(slug, id)).toBe(name);
});

test("no two slugs have names that a file system could take for one another, or that are too long for it", () => {
  const letters = fc.constantFrom(..."aıiſsßςσΐΐéеĸœ1¹語𐐨");
  const slug = fc
    .array(letters, { minLength: 1, maxLength: 160 })
    .map((parts) => parts.join("").normalize("NFC"));
  const folded = (name: string) => name.normalize("NFC").toUpperCase().normalize("NFC");
  fc.assert(
    fc.property(slug, slug, (left, right) => {
      fc.pre(left !== right);
      const [one, other] = [entryFileName(left, id), entryFileName(right, otherId)];
      expect(folded(one)).not.toBe(folded(other));
      expect(Buffer.byteLength(`${one}.draft.md`)).toBeLessThanOrEqual(255);
    }),
  );
});

test("an asset keeps its ending and nothing that leads elsewhere", () => {
  expect(assetFileName({ id, filename: "../été: final?.PDF" })).toBe(`${id}-..-été- final-.PDF`);
  expect(assetFileName({ id, filename: "" })).toBe(`${id}-`);
  const long = assetFileName({ id, filename: `${"x".repeat(250)}.pdf` });
  expect(long).toMatch(/x\.pdf$/);
  expect(Buffer.byteLength(`${long}.yaml`)).toBeLessThanOrEqual(255);
});

test("types whose names differ in case alone, or belong to somebody else, have folders of their own", () => {
  const type = (name: string) => defineType(name, { fields: { title: text() } });
  const model = defineContentModel([
    type("post"),
    type("blogPost"),
    type("blogpost"),
    type("assets"),
    type("aux"),
  ]);
  const folders = Object.values(model).map((one) => typeFolder(model, one));
  expect(folders[0]).toBe("post");
  expect(folders.slice(1).every((folder) => /^\w+~[0-9a-f]{8}$/.test(folder))).toBe(true);
  expect(new Set(folders.map((folder) => folder.toLowerCase())).size).toBe(5);
});
