import { expectTypeOf, test } from "vitest";
import { z } from "zod";
import type { JsonValue } from "../src/canonical-json.ts";
import type { DraftFields, FieldChanges, NewFields, PublishedEntry } from "../src/content-type.ts";
import type { DraftOf, InputOf, OutputOf } from "../src/field-values.ts";
import type { StoredFile } from "../src/fields/file.ts";
import type { Image } from "../src/fields/image.ts";
import type { RenderedMarkdown } from "../src/fields/markdown.ts";
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
  slug,
  text,
  url,
} from "../src/index.ts";

type Values<F> = [input: InputOf<F>, draft: DraftOf<F>, output: OutputOf<F>];
const valuesOf = <F>(_field: F) => expectTypeOf<Values<F>>();

test("each kind has the types of what is written, kept and read", () => {
  valuesOf(text()).toEqualTypeOf<[string, string, string]>();
  valuesOf(markdown()).toEqualTypeOf<[string, string, RenderedMarkdown]>();
  valuesOf(number()).toEqualTypeOf<[number, number, number]>();
  valuesOf(boolean()).toEqualTypeOf<[boolean, boolean, boolean]>();
  valuesOf(date()).toEqualTypeOf<[string, string, string]>();
  valuesOf(datetime()).toEqualTypeOf<[Date | string, string, Date]>();
  valuesOf(slug()).toEqualTypeOf<[string, string, string]>();
  valuesOf(url()).toEqualTypeOf<[string, string, string]>();
  valuesOf(email()).toEqualTypeOf<[string, string, string]>();
  valuesOf(color()).toEqualTypeOf<[string, string, string]>();
  valuesOf(json()).toEqualTypeOf<[JsonValue, JsonValue, JsonValue]>();
  valuesOf(image()).toEqualTypeOf<[string, string, Image]>();
  valuesOf(file()).toEqualTypeOf<[string, string, StoredFile]>();
  valuesOf(list(datetime())).toEqualTypeOf<[(Date | string)[], string[], Date[]]>();
  valuesOf(list(list(number()))).toEqualTypeOf<[number[][], number[][], number[][]]>();
});

test("options and targets are literal types, without a word more", () => {
  type Level = "low" | "high";
  valuesOf(select(["low", "high"])).toEqualTypeOf<[Level, Level, Level]>();
  valuesOf(multiSelect(["low", "high"])).toEqualTypeOf<[Level[], Level[], Level[]]>();
  valuesOf(reference("person")).toEqualTypeOf<[string, string, { type: "person"; id: string }]>();
  valuesOf(references("tag")).toEqualTypeOf<[string[], string[], { type: "tag"; id: string }[]]>();
  valuesOf(list(select(["low"]))).toEqualTypeOf<["low"[], "low"[], "low"[]]>();
});

test("a custom schema is written as what it takes and read as what it gives", () => {
  valuesOf(custom(z.string().transform((given) => given.length))).toEqualTypeOf<[string, string, number]>();
  valuesOf(custom(z.object({ a: z.number().optional() }))).toEqualTypeOf<
    [{ a?: number | undefined }, { a?: number | undefined }, { a?: number | undefined }]
  >();
});

test("a call after it changes whether a value is there, never its type", () => {
  const moment = datetime();
  valuesOf(moment.optional()).toEqualTypeOf<Values<typeof moment>>();
  valuesOf(moment.default("2026-01-01T00:00:00Z")).toEqualTypeOf<Values<typeof moment>>();
  expectTypeOf(moment.presence).toEqualTypeOf<"required">();
  expectTypeOf(moment.optional().presence).toEqualTypeOf<"optional">();
  expectTypeOf(moment.optional().default(new Date()).presence).toEqualTypeOf<"defaulted">();
  expectTypeOf(list(moment).presence).toEqualTypeOf<"defaulted">();
});

const event = defineType("event", {
  fields: {
    title: text(),
    startsAt: datetime(),
    seats: number().default(10),
    venue: group({ name: text(), note: text().optional(), open: boolean() }),
    backup: group({ name: text() }).optional(),
    program: blocks({
      talk: group({
        title: text(),
        speakers: references("person"),
        level: select(["low", "high"]).optional(),
      }),
      pause: group({ minutes: number() }),
    }),
    rounds: list(group({ at: datetime() })),
  },
});
type Event = typeof event;
type Talk = {
  type: "talk";
  title: string;
  speakers: { type: "person"; id: string }[];
  level?: "low" | "high";
};

test("a published entry has the exact types of what is nested", () => {
  expectTypeOf<PublishedEntry<Event>>().toEqualTypeOf<{
    id: string;
    type: "event";
    slug: string;
    path: string | null;
    publishedAt: Date;
    updatedAt: Date;
    title: string;
    startsAt: Date;
    seats: number;
    venue: { name: string; note?: string; open: boolean };
    backup?: { name: string };
    program: (Talk | { type: "pause"; minutes: number })[];
    rounds: { at: Date }[];
  }>();
});

test("blocks that are read tell themselves apart by their type", () => {
  const minutes = (block: PublishedEntry<Event>["program"][number]) => {
    // @ts-expect-error A talk has no minutes: which it is must be asked first.
    block.minutes;
    if (block.type === "pause") return expectTypeOf(block.minutes).toEqualTypeOf<number>();
    expectTypeOf(block).toEqualTypeOf<Talk>();
    // @ts-expect-error There is no such group.
    return block.type === "note";
  };
  expectTypeOf(minutes).toBeFunction();
});

test("what is written needs the required fields of what is nested, and null leaves the others empty", () => {
  expectTypeOf<NewFields<Event>>().toEqualTypeOf<{
    title: string;
    startsAt: Date | string;
    venue: { name: string; note?: string | null; open?: boolean | null };
    seats?: number | null;
    backup?: { name: string } | null;
    program?:
      | (
          | { type: "talk"; title: string; speakers?: string[] | null; level?: "low" | "high" | null }
          | { type: "pause"; minutes: number }
        )[]
      | null;
    rounds?: { at: Date | string }[] | null;
    slug?: string;
  }>();
});

test("a draft may lack anything, at any depth, and its moments are text", () => {
  type Draft = DraftFields<Event>;
  expectTypeOf<Draft["startsAt"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Draft["venue"]>().toEqualTypeOf<
    { name?: string; note?: string; open?: boolean } | undefined
  >();
  expectTypeOf<Draft["rounds"]>().toEqualTypeOf<{ at?: string }[] | undefined>();
  expectTypeOf<NonNullable<Draft["program"]>[number]>().toEqualTypeOf<
    | { type: "talk"; title?: string; speakers?: string[]; level?: "low" | "high" }
    | { type: "pause"; minutes?: number }
  >();
});

test("a change replaces a nested value as a whole, or empties it", () => {
  type Changes = FieldChanges<Event>;
  expectTypeOf<Changes["venue"]>().toEqualTypeOf<NewFields<Event>["venue"] | null | undefined>();
  expectTypeOf<Changes["seats"]>().toEqualTypeOf<number | null | undefined>();
  expectTypeOf<Changes["slug"]>().toEqualTypeOf<string | undefined>();
});
