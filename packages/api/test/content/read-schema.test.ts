import { defineContentModel, defineType, reference, text } from "@letterpress/model";
import type { ContentModel, ContentType } from "@letterpress/model/content-type";
import { expect, test } from "vitest";
import { z } from "zod";
import { backlinksOf } from "../../src/content/backlinks-of.ts";
import { readShapes } from "../../src/content/read-schema.ts";

const names = Array.from({ length: 12 }, (_, index) => `type${index}`);
const circle = defineContentModel(
  names.map((name, index) =>
    defineType(name, {
      fields: {
        title: text(),
        next: reference(names[(index + 1) % 12] ?? ""),
        far: reference(names[(index + 5) % 12] ?? ""),
      },
    }),
  ),
) as ContentModel;

test("a path that nobody has included along before needs no schema of its own, so none fill the memory", () => {
  // A schema is made of its type's fields.
  let looks = 0;
  const counted = (type: ContentType): ContentType => ({
    ...type,
    get fields() {
      looks++;
      return type.fields;
    },
  });
  const model = Object.fromEntries(Object.entries(circle).map(([name, type]) => [name, counted(type)]));
  const shapeOf = readShapes(model);
  const linksOf = (name: string): [link: string, to: string][] => {
    const type = circle[name] as ContentType;
    const forward = ["next", "far"].map((field): [string, string] => [
      field,
      type.fields[field]?.settings.to ?? "",
    ]);
    return [
      ...forward,
      ...backlinksOf(circle, type).map((link): [string, string] => [link.name, link.from.name]),
    ];
  };
  const everywhere = (name: string, depth: number): object =>
    Object.fromEntries(
      linksOf(name).map(([link, to]) => [link, depth === 1 ? true : { include: everywhere(to, depth - 1) }]),
    );

  for (const name of names) {
    const schema = z.strictObject({ ...shapeOf(model[name] as ContentType) });
    expect(schema.safeParse({ include: everywhere(name, 3) }).success).toBe(true);
  }
  // Twelve types, each at four depths, forwards and backwards; each looks for its backlinks in all of them. There are
  // 768 paths of three steps.
  expect(looks).toBeLessThan(12 * 4 * 2 * (12 + 10));
});
