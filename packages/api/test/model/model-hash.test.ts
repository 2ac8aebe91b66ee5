import { contentModel } from "@letterpress/content/content-model";
import { defineContentModel, defineType, json, text } from "@letterpress/model";
import { expect, test } from "vitest";
import { modelHash } from "../../src/model/model-hash.ts";

const hashOf = (fields: Parameters<typeof defineType>[1]["fields"]) =>
  modelHash(defineContentModel([defineType("note", { fields: { title: text(), ...fields } })]));

test("a model has one hash, of 12 hex digits, until a field or setting of it changes", () => {
  expect(modelHash(contentModel)).toMatch(/^[0-9a-f]{12}$/);
  expect(modelHash({ ...contentModel })).toBe(modelHash(contentModel));
  const { article: _, ...rest } = contentModel;
  const hashes = [
    modelHash(contentModel),
    modelHash(rest),
    hashOf({}),
    hashOf({ lead: text() }),
    hashOf({ lead: text().optional() }),
    hashOf({ lead: text({ max: 5 }) }),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

test("the order in which an object was written is no change", () => {
  expect(hashOf({ data: json().default({ a: 1, b: { c: 2, d: 3 } }) })).toBe(
    hashOf({ data: json().default({ b: { d: 3, c: 2 }, a: 1 }) }),
  );
});
