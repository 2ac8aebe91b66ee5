import { text } from "@letterpress/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAppRouter } from "../../src/app-router.ts";
import { transformer } from "../../src/wire/transformer.ts";
import { WireText } from "../../src/wire/wire-text.ts";
import { contextOf, nobody } from "../test-api.ts";
import { createEventApi, type EventApi } from "./events.ts";

let api: EventApi;
beforeAll(async () => {
  api = await createEventApi();
  const press = await api.place("Press house", { city: 'Leiden, “de Waag” \t\\ "\u2028' });
  const ann = await api.person("Ann", { employer: press });
  const bob = await api.person("Bob");
  const gone = await api.person("Gone");
  for (let number = 1; number <= 3; number++)
    await api.event({ title: `Talk ${number}`, speakers: [bob, gone, ann], host: number === 2 ? gone : ann });
  await api.event({ title: "Alone", speakers: [] });
  await api.editor.person.unpublish({ id: gone });
});
afterAll(() => api[Symbol.asyncDispose]());

type Ask = (type: "event" | "person" | "place", name: "get" | "list", input: object) => Promise<unknown>;

/** The same question asked twice: for values, and for what is written down. */
function asking(model = api.deps.model) {
  const context = contextOf({ ...api.deps, model }, nobody);
  const asked = (takesText: boolean): Ask => {
    const caller = createAppRouter(model).createCaller({ ...context, takesText });
    return (type, name, input) => (caller.content[type][name] as (input: object) => Promise<unknown>)(input);
  };
  const values = asked(false);
  const texts = asked(true);
  return async (...question: Parameters<Ask>) => {
    const text = await texts(...question);
    expect(text).toBeInstanceOf(WireText);
    return {
      written: JSON.parse((text as WireText).envelope()),
      expected: envelopeOf(await values(...question)),
    };
  };
}

/** As it arrives. */
const envelopeOf = (value: unknown) => JSON.parse(JSON.stringify(transformer.serialize(value)));

const shapes = async () =>
  (await api.db.publishedEntry.findMany({ select: { type: true, shape: true } })).map(
    ({ type, shape }) => `${type} ${shape === null ? "as its type reads it" : "as it is stored"}`,
  );

describe("an answer that is written down is the one that is read", () => {
  test("with entries of both kinds: those that are passed on as they are stored, and those with dates", async () => {
    expect(new Set(await shapes())).toEqual(
      new Set(["event as its type reads it", "person as it is stored", "place as it is stored"]),
    );
  });

  test.each<[string, ...Parameters<Ask>]>([
    ["a list", "event", "list", {}],
    ["a list that is empty", "event", "list", { where: { title: "None" } }],
    ["a page with more after it, and a total", "person", "list", { limit: 1, count: true }],
    ["an entry", "person", "get", { slug: "ann" }],
    ["an entry with what it refers to", "person", "get", { slug: "ann", include: { employer: true } }],
    ["an entry that refers to nothing", "person", "get", { slug: "bob", include: { employer: true } }],
    ["references to what is gone", "event", "list", { include: { host: true, speakers: true } }],
    ["some fields", "event", "list", { select: { title: true, startsAt: true, host: true } }],
    ["some fields of what is included", "event", "list", { include: { host: { select: { name: true } } } }],
    [
      "one type read in several ways",
      "event",
      "list",
      {
        include: { host: { include: { employer: true } }, speakers: true, place: { select: { city: true } } },
      },
    ],
    [
      "those that refer to an entry, with what they refer to",
      "place",
      "get",
      {
        slug: "press-house",
        include: { "person.employer": { include: { employer: true } }, "event.place": true },
      },
    ],
  ])("%s", async (_what, type, name, input) => {
    const { written, expected } = await asking()(type, name, input);
    expect(written).toStrictEqual(expected);
  });

  test("after a field has come to the type", async () => {
    const { person } = api.deps.model;
    const fields = { ...person.fields, role: text().default("speaker") };
    const ask = asking({ ...api.deps.model, person: { ...person, fields } } as typeof api.deps.model);
    const { written, expected } = await ask("person", "get", { slug: "ann" });
    expect(written).toStrictEqual(expected);
    expect(written.json).toMatchObject({ name: "Ann", role: "speaker" });
  });

  test("after an older node has published another revision, which knows of no shapes", async () => {
    const { entryId, version } = await api.db.publishedEntry.findFirstOrThrow({ where: { slug: "bob" } });
    const fields = { name: "Bob", nickname: "no field of the type any more" };
    await api.db.publishedEntry.update({ where: { entryId }, data: { version: version + 1, fields } });
    const { written, expected } = await asking()("person", "get", { slug: "bob" });
    expect(written).toStrictEqual(expected);
    expect(written.json).not.toHaveProperty("nickname");
  });
});
