import { expect, test } from "vitest";
import { z } from "zod";
import { issuesOf } from "../src/issues-of.ts";

const filter = z.union(
  [z.string(), z.strictObject({ gt: z.number().optional() })],
  "Use a text or an object of: gt.",
);
const schema = z.object({ where: z.object({ price: filter }) });

function issues(value: unknown) {
  const { error } = schema.safeParse(value);
  return error ? issuesOf(error) : [];
}

test("an issue inside one form of a value is told at its own place", () => {
  expect(issues({ where: { price: { gt: "x" } } })).toEqual([
    { path: "where.price.gt", message: expect.stringContaining("number") },
  ]);
  expect(issues({ where: { price: { gte: 1 } } })).toEqual([
    { path: "where.price", message: expect.stringContaining("gte") },
  ]);
});

test("a value that fits no form is told what the forms are", () => {
  expect(issues({ where: { price: [] } })).toEqual([
    { path: "where.price", message: "Use a text or an object of: gt." },
  ]);
});
