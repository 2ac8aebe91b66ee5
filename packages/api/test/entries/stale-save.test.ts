import {
  blocks,
  boolean,
  datetime,
  defineContentModel,
  defineType,
  group,
  list,
  number,
  text,
} from "@letterpress/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StaleDetails } from "../../src/error-details.ts";
import { deployed, recipesOne, recipesTwo } from "../evolution/recipes.ts";
import { createTestApi, errorOf, system, type TestApi } from "../test-api.ts";

const model = defineContentModel([
  defineType("talk", {
    fields: {
      title: text(),
      lead: text().optional(),
      seats: number().optional(),
      isOpen: boolean(),
      startsAt: datetime().optional(),
      room: group({ name: text(), floor: number().optional() }).optional(),
      parts: list(blocks({ part: group({ name: text(), minutes: number().optional() }) })).optional(),
    },
  }),
]);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

const talks = () => deployed(api, model, system).entries.talk;
type Changes = Parameters<ReturnType<typeof talks>["save"]>[0]["fields"];

const part = (name: string) => [[{ type: "part" as const, name }]];
const start = {
  title: "Type",
  lead: "Begun",
  seats: 10,
  isOpen: true,
  startsAt: new Date("2026-05-01T09:00:00Z"),
  room: { name: "Hall" },
  parts: part("One"),
};

/** What a save is told that was made from the first version, after somebody else's. */
async function compared(theirs: Changes, mine: Changes) {
  const { id } = await talks().create({ fields: start });
  await talks().save({ id, expectedVersion: 1, fields: theirs });
  return refused(talks().save({ id, expectedVersion: 1, fields: mine }));
}

async function refused(call: Promise<unknown>): Promise<StaleDetails> {
  const error = await errorOf(call);
  expect(error.errorCode).toBe("ENTRY_STALE");
  return error.details as StaleDetails;
}

describe("a stale save is told field by field", () => {
  test("what only they have changed, what only it would have, and where somebody must choose", async () => {
    const { comparison } = await compared(
      { lead: "Theirs", seats: 20, slug: "theirs" },
      { lead: "Mine", isOpen: false },
    );
    expect(comparison).toEqual([
      { field: "slug", base: "type", theirs: "theirs", mine: "type", changedBy: "theirs" },
      { field: "lead", base: "Begun", theirs: "Theirs", mine: "Mine", changedBy: "both" },
      { field: "seats", base: 10, theirs: 20, mine: 10, changedBy: "theirs" },
      { field: "isOpen", base: true, theirs: true, mine: false, changedBy: "mine" },
    ]);
  });

  test("nothing of a field that it names as it was, and no conflict where both wrote the same", async () => {
    const { comparison } = await compared({ lead: "The same", parts: part("Two") }, {
      ...start,
      lead: "The same",
      room: { name: "Hall", floor: undefined },
    } as unknown as Changes);
    expect(comparison).toEqual([
      { field: "lead", base: "Begun", theirs: "The same", mine: "The same", changedBy: "theirs" },
      { field: "parts", base: part("One"), theirs: part("Two"), mine: part("One"), changedBy: "theirs" },
    ]);
  });

  test("that a field was emptied, by them, by it, or by both", async () => {
    const { comparison } = await compared(
      { lead: null, room: null, seats: null },
      { seats: null, room: { name: "Cellar" }, startsAt: null },
    );
    expect(comparison).toEqual([
      { field: "lead", base: "Begun", theirs: undefined, mine: "Begun", changedBy: "theirs" },
      { field: "seats", base: 10, theirs: undefined, mine: undefined, changedBy: "theirs" },
      {
        field: "startsAt",
        base: "2026-05-01T09:00:00.000Z",
        theirs: expect.any(String),
        mine: undefined,
        changedBy: "mine",
      },
      {
        field: "room",
        base: { name: "Hall" },
        theirs: undefined,
        mine: { name: "Cellar" },
        changedBy: "both",
      },
    ]);
  });

  test("what is nested as one value, and moments however they are written", async () => {
    const { comparison } = await compared(
      { parts: part("Theirs"), startsAt: "2026-05-01T10:00:00Z" },
      { parts: part("Mine"), startsAt: "2026-05-01T11:00:00+02:00" },
    );
    expect(comparison).toEqual([
      {
        field: "startsAt",
        base: "2026-05-01T09:00:00.000Z",
        theirs: "2026-05-01T10:00:00.000Z",
        mine: "2026-05-01T09:00:00.000Z",
        changedBy: "theirs",
      },
      { field: "parts", base: part("One"), theirs: part("Theirs"), mine: part("Mine"), changedBy: "both" },
    ]);
  });

  test("who has saved the current version", async () => {
    const editor = await api.user("editor");
    const { id } = await talks().create({ fields: start });
    await deployed(api, model, editor).entries.talk.save({ id, expectedVersion: 1, fields: { seats: 1 } });
    const { current } = await refused(talks().save({ id, expectedVersion: 1, fields: { seats: 2 } }));
    expect(current).toMatchObject({ version: 2, author: { id: editor.userId, name: "editor" } });
  });
});

test("where the version that it was made from is not kept any more, what it names in other words is for somebody to choose", async () => {
  const { id } = await talks().create({ fields: start });
  await talks().save({ id, expectedVersion: 1, fields: { lead: "Theirs", seats: 20 } });
  await api.db.revision.deleteMany({ where: { entryId: id, version: 1 } });
  const { comparison } = await refused(
    talks().save({ id, expectedVersion: 1, fields: { lead: "Mine", seats: 20 } }),
  );
  expect(comparison).toEqual([
    { field: "lead", base: undefined, theirs: "Theirs", mine: "Mine", changedBy: "both" },
  ]);
});

describe("after the type has changed", () => {
  const before = () => deployed(api, recipesOne, system).entries.recipe;
  const after = () => deployed(api, recipesTwo, system).entries.recipe;

  test("all three are compared in its current form", async () => {
    const { id } = await before().create({
      fields: { title: "Soup", duration: "20 minutes", method: "Stir." },
    });
    await before().save({ id, expectedVersion: 1, fields: { duration: "25 minutes" } });
    const { comparison } = await refused(
      after().save({ id, expectedVersion: 1, fields: { name: "Stew", minutes: 30 } }),
    );
    expect(comparison).toEqual([
      { field: "name", base: "Soup", theirs: "Soup", mine: "Stew", changedBy: "mine" },
      { field: "minutes", base: 20, theirs: 25, mine: 30, changedBy: "both" },
    ]);
  });

  test("a version that cannot be brought to that form is as good as gone", async () => {
    const { id } = await before().create({ fields: { title: "Soup", duration: "a while", method: "Stir." } });
    await before().save({ id, expectedVersion: 1, fields: { duration: "25 minutes" } });
    const { comparison } = await refused(after().save({ id, expectedVersion: 1, fields: { minutes: 30 } }));
    expect(comparison).toEqual([
      { field: "minutes", base: undefined, theirs: 25, mine: 30, changedBy: "both" },
    ]);
  });
});
