import { expectTypeOf, test } from "vitest";
import type { DraftFields, FieldChanges, NewFields, PublishedEntry } from "../src/content-type.ts";
import type { Image } from "../src/fields/image.ts";
import type { RenderedMarkdown } from "../src/fields/markdown.ts";
import { boolean, defineType, image, markdown, reference, references, select, text } from "../src/index.ts";

const thing = defineType("thing", {
  fields: {
    title: text(),
    body: markdown(),
    cover: image().optional(),
    author: reference("person"),
    tags: references("tag"),
    level: select(["low", "high"]).optional(),
    done: boolean(),
  },
});
type Thing = typeof thing;

test("a published entry has exactly the types of its fields", () => {
  expectTypeOf<PublishedEntry<Thing>>().toEqualTypeOf<{
    id: string;
    type: "thing";
    slug: string;
    path: string | null;
    publishedAt: Date;
    updatedAt: Date;
    title: string;
    body: RenderedMarkdown;
    cover?: Image;
    author: { type: "person"; id: string };
    tags: { type: "tag"; id: string }[];
    level?: "low" | "high";
    done: boolean;
  }>();
});

test("a new entry needs its required fields and no others", () => {
  expectTypeOf<{ title: string; body: string; author: string }>().toExtend<NewFields<Thing>>();
  expectTypeOf<{ title: string; body: string }>().not.toExtend<NewFields<Thing>>();
  expectTypeOf<NewFields<Thing>["level"]>().toEqualTypeOf<"low" | "high" | null | undefined>();
});

test("a change names any fields, and null empties one", () => {
  expectTypeOf<{ title: null }>().toExtend<FieldChanges<Thing>>();
  expectTypeOf<{ title: number }>().not.toExtend<FieldChanges<Thing>>();
  expectTypeOf<{ slug: null }>().not.toExtend<FieldChanges<Thing>>();
});

test("a draft may lack any field", () => {
  expectTypeOf<DraftFields<Thing>["title"]>().toEqualTypeOf<string | undefined>();
});
