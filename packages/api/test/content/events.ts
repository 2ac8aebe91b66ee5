import {
  blocks,
  boolean,
  color,
  datetime,
  defineContentModel,
  defineType,
  group,
  list,
  markdown,
  multiSelect,
  number,
  reference,
  references,
  select,
  text,
} from "@letterpress/model";
import { createAppRouter } from "../../src/app-router.ts";
import type { ContentCalls } from "../../src/content/content-calls.ts";
import { contextOf, createTestApi, nobody, system } from "../test-api.ts";

/** A publication with a field of nearly every kind, and references that lead in circles. */
export const eventModel = defineContentModel([
  defineType("event", {
    path: "/events/:slug",
    fields: {
      title: text(),
      startsAt: datetime(),
      price: number().optional(),
      seats: number({ integer: true }).default(10),
      level: select(["open", "expert"]),
      formats: multiSelect(["talk", "walk", "film"]),
      links: list(text()),
      isFree: boolean(),
      ink: color().optional(),
      venue: group({ name: text(), geo: group({ lat: number(), lng: number() }).optional() }),
      speakers: references("person"),
      host: reference("person").optional(),
      place: reference("place"),
      program: blocks({ talk: group({ title: text(), speaker: reference("person").optional() }) }),
      body: markdown().optional(),
    },
  }),
  defineType("person", {
    fields: { name: text(), employer: reference("place").optional(), bio: markdown().optional() },
  }),
  defineType("place", { fields: { name: text(), city: text().optional() } }),
]);

export type EventModel = typeof eventModel;
type Content = { [Name in keyof EventModel]: ContentCalls<EventModel, Name> };

/** The publication on a database of its own. */
export async function createEventApi() {
  const api = await createTestApi();
  const deps = { ...api.deps, model: eventModel };
  const router = createAppRouter(eventModel);
  const editor = router.createCaller(contextOf(deps, system)).entries;
  const people = new Map<string, string>();
  const places = new Map<string, string>();

  return {
    ...api,
    deps,
    router,
    editor,
    /** What everybody may call, with results that follow the request. */
    content: router.createCaller(contextOf(deps, nobody)).content as unknown as Content,
    /** The id of a published place of this name. */
    async place(name: string, fields: { city?: string } = {}) {
      const known = places.get(name);
      if (known) return known;
      const { id } = await editor.place.create({ fields: { name, ...fields } });
      await editor.place.publish({ id, expectedVersion: 1 });
      places.set(name, id);
      return id;
    },
    /** The id of a published person of this name. */
    async person(name: string, fields: { employer?: string } = {}) {
      const known = people.get(name);
      if (known) return known;
      const { id } = await editor.person.create({ fields: { name, ...fields } });
      await editor.person.publish({ id, expectedVersion: 1 });
      people.set(name, id);
      return id;
    },
    /** The id of a published event; fields that are not told have a value of no interest. */
    async event(fields: Partial<Parameters<typeof editor.event.create>[0]["fields"]>, publishedAt?: Date) {
      const { id } = await editor.event.create({
        fields: {
          title: "An event",
          startsAt: "2026-05-01T18:00:00Z",
          level: "open",
          venue: { name: "Hall" },
          place: await this.place("Werkspoor", { city: "Utrecht" }),
          ...fields,
        },
      });
      await editor.event.publish({ id, expectedVersion: 1, ...(publishedAt ? { publishedAt } : {}) });
      return id;
    },
  };
}

export type EventApi = Awaited<ReturnType<typeof createEventApi>>;
