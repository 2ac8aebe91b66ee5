import { expect, test } from "vitest";
import { z } from "zod";
import { fieldChangesSchema } from "../src/field-schemas.ts";
import { defineType, group, list, number, references, text } from "../src/index.ts";

test("what a draft takes can be described as a JSON Schema, at any depth", () => {
  const type = defineType("a", {
    fields: {
      title: text({ max: 9 }),
      days: list(group({ size: number({ max: 3 }), by: references("a") }), { max: 2 }),
    },
  });
  expect(z.toJSONSchema(fieldChangesSchema(type), { io: "input" })).toMatchObject({
    type: "object",
    additionalProperties: false,
    properties: {
      title: { anyOf: [{ type: "string", maxLength: 9 }, { type: "null" }] },
      days: {
        anyOf: [
          {
            type: "array",
            maxItems: 2,
            items: {
              type: "object",
              properties: {
                size: { anyOf: [{ type: "number", maximum: 3 }, { type: "null" }] },
                by: {
                  anyOf: [
                    { type: "array", maxItems: 100, items: { type: "string", format: "uuid" } },
                    { type: "null" },
                  ],
                },
              },
            },
          },
          { type: "null" },
        ],
      },
    },
  });
});
