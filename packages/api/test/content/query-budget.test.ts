import { recordingDb } from "@letterpress/db/testing/recording-db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contextOf, nobody } from "../test-api.ts";
import { createEventApi, type EventApi } from "./events.ts";

let api: EventApi;
let recording: ReturnType<typeof recordingDb>;
let content: EventApi["content"];
beforeAll(async () => {
  api = await createEventApi();
  const employer = await api.place("Press house");
  const people = [await api.person("Ann", { employer }), await api.person("Bob", { employer })];
  for (let number = 0; number < 8; number++)
    await api.event({
      title: `Talk ${number}`,
      price: number,
      speakers: people,
      host: people[number % 2] ?? "",
    });
  const { id: entryId } = await api.content.event.get({ slug: "talk-2" });
  await api.deps.db.redirect.create({ data: { type: "event", locale: "main", slug: "talk-old", entryId } });
  recording = recordingDb(api.url);
  const deps = { ...api.deps, db: recording.db, reads: recording.db };
  content = api.router.createCaller(contextOf(deps, nobody)).content as unknown as EventApi["content"];
});
afterAll(async () => {
  await recording.db.close();
  await api[Symbol.asyncDispose]();
});

async function statementsOf(call: () => Promise<unknown>): Promise<number> {
  const before = recording.statements.length;
  await call();
  return recording.statements.length - before;
}

const where = {
  speakers: "ann",
  level: "open",
  or: [{ price: { gt: 1 } }, { not: { host: "bob" } }],
} as const;
const two = { host: true, speakers: true, place: true } as const;

test.each<[string, () => Promise<unknown>]>([
  ["get by slug", () => content.event.get({ slug: "talk-1" })],
  ["get by a slug that it had before", () => content.event.get({ slug: "talk-old" })],
  ["get of some fields", () => content.event.get({ slug: "talk-1", select: { title: true } })],
  ["get of what is not there", () => content.event.get({ slug: "nothing" }).catch(() => undefined)],
  ["list", () => content.event.list()],
  ["list with conditions", () => content.event.list({ where, orderBy: "-price" })],
  ["list with count", () => content.event.list({ where, count: true })],
  ["get with several includes of one level", () => content.event.get({ slug: "talk-1", include: two })],
  ["list with several includes of one level", () => content.event.list({ include: two })],
  ["get backwards", () => content.person.get({ slug: "ann", include: { "event.host": true } })],
  [
    "list three levels deep, both ways",
    () =>
      content.person.list({
        include: {
          employer: true,
          "event.host": { include: { speakers: { include: { employer: true } }, place: true } },
          "event.speakers": { include: { host: { include: { employer: true } } } },
        },
      }),
  ],
  [
    "list with includes, conditions and count",
    () => content.event.list({ where, include: two, count: true }),
  ],
])("%s is one statement, and no transaction", async (_name, call) => {
  expect(await statementsOf(call)).toBe(1);
});
