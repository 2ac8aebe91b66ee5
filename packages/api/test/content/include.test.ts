import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unlimitedAllowance } from "../../src/context.ts";
import { codeOf, contextOf, nobody } from "../test-api.ts";
import { createEventApi, type EventApi } from "./events.ts";

let api: EventApi;
let draftId: string;
beforeAll(async () => {
  api = await createEventApi();
  const press = await api.place("Press house", { city: "Leiden" });
  const ann = await api.person("Ann", { employer: press });
  const bob = await api.person("Bob");
  const gone = await api.person("Gone");
  for (let number = 1; number <= 5; number++)
    await api.event(
      { title: `Talk ${number}`, speakers: [bob, gone, ann], host: number === 2 ? gone : ann },
      new Date(Date.UTC(2026, 0, number)),
    );
  await api.event({ title: "Alone", speakers: [] }, new Date(Date.UTC(2026, 0, 9)));
  await api.editor.person.unpublish({ id: gone });
  await api.editor.person.save({ id: ann, expectedVersion: 1, fields: { name: "Ann's draft name" } });
  const draft = await api.editor.event.create({
    fields: {
      title: "A draft",
      startsAt: "2026-01-01T00:00:00Z",
      level: "open",
      venue: { name: "x" },
      place: press,
      speakers: [ann],
      host: ann,
    },
  });
  draftId = draft.id;
});
afterAll(() => api[Symbol.asyncDispose]());

describe("select", () => {
  test("gives exactly the fields that it names", async () => {
    const { items } = await api.content.event.list({ select: { title: true, publishedAt: true }, limit: 1 });
    expect(items).toEqual([{ title: "Alone", publishedAt: new Date(Date.UTC(2026, 0, 9)) }]);
    const one = await api.content.event.get({
      slug: "alone",
      select: { id: true, path: true, speakers: true },
    });
    expect(one).toEqual({ id: expect.any(String), path: "/events/alone", speakers: [] });
  });

  test("leaves out what has no value, and gives defaults", async () => {
    const one = await api.content.event.get({
      slug: "alone",
      select: { price: true, seats: true, host: true },
    });
    expect(one).toEqual({ seats: 10 });
  });

  test("of nothing is refused", async () => {
    await expect(api.content.event.list({ select: {} })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("include", () => {
  test("puts the published entry where its reference was", async () => {
    const event = await api.content.event.get({ slug: "talk-1", include: { host: true, place: true } });
    expect(event.host).toMatchObject({ type: "person", name: "Ann", slug: "ann" });
    expect(event.place?.name).toBe("Werkspoor");
    expect(event.speakers[0]).toEqual({ type: "person", id: expect.any(String) });
    expect(event.title).toBe("Talk 1");
  });

  test("keeps the order of several, and leaves out what is not published", async () => {
    const event = await api.content.event.get({
      slug: "talk-1",
      include: { speakers: { select: { name: true } } },
    });
    expect(event.speakers).toEqual([{ name: "Bob" }, { name: "Ann" }]);
  });

  test("gives null for a single one that is not published, and nothing where none was set", async () => {
    const [gone, none] = await Promise.all([
      api.content.event.get({ slug: "talk-2", include: { host: true } }),
      api.content.event.get({ slug: "alone", include: { host: true } }),
    ]);
    expect(gone.host).toBeNull();
    expect(none).not.toHaveProperty("host");
  });

  test("adds to what is selected", async () => {
    const event = await api.content.event.get({
      slug: "talk-1",
      select: { title: true },
      include: { host: { select: { slug: true }, include: { employer: { select: { city: true } } } } },
    });
    expect(event).toEqual({ title: "Talk 1", host: { slug: "ann", employer: { city: "Leiden" } } });
  });

  test("leads backwards along a reference, newest first, as many as are asked for", async () => {
    const ann = await api.content.person.get({
      slug: "ann",
      select: { name: true },
      include: {
        "event.speakers": { select: { title: true }, limit: 2 },
        "event.host": { select: { title: true } },
      },
    });
    expect(ann).toEqual({
      name: "Ann",
      "event.speakers": [{ title: "Talk 5" }, { title: "Talk 4" }],
      "event.host": ["Talk 5", "Talk 4", "Talk 3", "Talk 1"].map((title) => ({ title })),
    });
    const oldest = await api.content.person.get({
      slug: "bob",
      select: { name: true },
      include: { "event.speakers": { select: { title: true }, limit: 1, orderBy: "publishedAt" } },
    });
    expect(oldest["event.speakers"]).toEqual([{ title: "Talk 1" }]);
  });

  test("goes three deep, forwards and backwards, for each entry of a list its own", async () => {
    const { items } = await api.content.person.list({
      orderBy: "name",
      select: { name: true },
      include: {
        "event.speakers": {
          limit: 1,
          select: { title: true },
          include: { host: { select: { name: true }, include: { employer: { select: { name: true } } } } },
        },
      },
    });
    const talk = { title: "Talk 5", host: { name: "Ann", employer: { name: "Press house" } } };
    expect(items).toEqual([
      { name: "Ann", "event.speakers": [talk] },
      { name: "Bob", "event.speakers": [talk] },
    ]);
  });

  test("deeper, or of what is no reference, is refused", async () => {
    const deep = {
      host: { include: { employer: { include: { "event.place": { include: { host: true } } } } } },
    };
    for (const include of [deep, { title: true }, { "event.place": true }, { nope: true }, { host: false }])
      await expect(api.content.event.list({ include } as never)).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
  });

  test("never shows a draft, neither as a target nor backwards", async () => {
    const people = await api.content.person.list({
      include: { "event.host": { limit: 100 }, "event.speakers": { limit: 100 } },
    });
    const shown = JSON.stringify(people);
    expect(shown).not.toContain("draft");
    expect(shown).not.toContain(draftId);
  });
});

test("one request cannot include without end", async () => {
  const asking = (limit: number) => {
    const context = { ...contextOf(api.deps, nobody), allowance: { ...unlimitedAllowance(), included: 15 } };
    const { content } = api.router.createCaller(context) as unknown as Pick<EventApi, "content">;
    return content.person.list({ include: { "event.host": { limit, include: { speakers: true } } } });
  };
  expect(await codeOf(asking(8))).toBe("BAD_INPUT");
  // Two people with one event each, which have two speakers that are published and one that is not.
  expect((await asking(1)).items).toHaveLength(2);
  expect(await codeOf(asking(4))).toBe("BAD_INPUT");
});
