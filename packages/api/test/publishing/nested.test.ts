import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { createAppRouter } from "../../src/app-router.ts";
import { contextOf, createTestApi, errorOf, nobody, system, type TestApi } from "../test-api.ts";
import { eventModel as model } from "./event-model.ts";

const router = createAppRouter(model);

let api: TestApi;
let asset: { picture: string; paper: string };
beforeAll(async () => {
  api = await createTestApi();
  const bytes = { size: 3, sha256: "0".repeat(64) };
  const shape = { width: 4, height: 3, placeholder: "data:,", variants: [] };
  const picture = await api.db.asset.create({
    data: { kind: "image", filename: "plan.png", mimeType: "image/png", alt: "The plan", ...bytes, ...shape },
  });
  const paper = await api.db.asset.create({
    data: { kind: "file", filename: "slides.pdf", mimeType: "application/pdf", ...bytes },
  });
  asset = { picture: picture.id, paper: paper.id };
});
afterAll(() => api[Symbol.asyncDispose]());

const as = (actor: typeof system | typeof nobody) =>
  router.createCaller(contextOf({ ...api.deps, model }, actor));
async function person(name = "Ann Author") {
  const { id } = await as(system).entries.person.create({ fields: { name } });
  return id;
}
async function eventFields() {
  const speaker = await person();
  return {
    title: "Type days",
    startsAt: new Date("2026-05-01T09:00:00Z"),
    venue: { name: "Hall", plan: asset.picture },
    program: [
      {
        day: "Friday",
        parts: [
          { type: "pause" as const, minutes: "15" },
          {
            type: "talk" as const,
            title: "On type",
            notes: `Some *words* and ![](/media/${asset.picture}/original.png).`,
            speakers: [speaker],
            slides: asset.paper,
          },
        ],
      },
    ],
  };
}

test("what is nested is rendered, resolved and transformed when it is published, and once", async () => {
  const { event } = as(system).entries;
  const fields = await eventFields();
  const { id } = await event.create({ fields });
  await event.publish({ id, expectedVersion: 1 });
  const [speaker] = fields.program[0]?.parts[1]?.speakers ?? [];
  expect(await as(nobody).content.event.get({ id })).toMatchObject({
    title: "Type days",
    startsAt: new Date("2026-05-01T09:00:00Z"),
    intro: { html: expect.stringContaining("<em>six</em>") },
    venue: { name: "Hall", plan: { alt: "The plan", width: 4, url: `/media/${asset.picture}/original.png` } },
    program: [
      {
        day: "Friday",
        parts: [
          { type: "pause", minutes: 15 },
          {
            type: "talk",
            notes: {
              html: expect.stringContaining("<em>words</em>"),
              text: expect.stringContaining("Some words"),
            },
            speakers: [{ type: "person", id: speaker }],
            slides: { filename: "slides.pdf", mimeType: "application/pdf", size: 3 },
          },
        ],
      },
    ],
  });
  // The draft keeps what was given.
  expect((await event.get({ id })).fields.program?.[0]?.parts?.[0]).toEqual({ type: "pause", minutes: "15" });
});

test("what is nested can be found by what it points at", async () => {
  const fields = await eventFields();
  const { id } = await as(system).entries.event.create({ fields });
  await as(system).entries.event.publish({ id, expectedVersion: 1 });
  const links = await api.db.facet.findMany({ where: { entryId: id, field: { startsWith: "@" } } });
  const [speaker] = fields.program[0]?.parts[1]?.speakers ?? [];
  expect(links.map(({ field, value }) => `${field} ${value}`).toSorted()).toEqual(
    [`@assets ${asset.paper}`, `@assets ${asset.picture}`, `@entries ${speaker}`].toSorted(),
  );
});

test("a draft whose nested values are unfinished is saved, and is told where it is when it shall be published", async () => {
  const { event } = as(system).entries;
  const { id } = await event.create({ fields: {} as never });
  const unfinished = { venue: {}, program: [{}, { parts: [{ type: "talk", notes: "" }] }] };
  const saved = await event.save({ id, expectedVersion: 1, fields: unfinished as never });
  expect(saved.fields).toMatchObject(unfinished);
  const error = await errorOf(event.publish({ id, expectedVersion: 2 }));
  expect(error.errorCode).toBe("ENTRY_INCOMPLETE");
  const fill = (path: string) => ({ path: `fields.${path}`, message: "Fill this in before publishing." });
  const add = (path: string) => ({ path: `fields.${path}`, message: "Add at least 1 before publishing." });
  expect(error.details).toMatchObject({
    issues: [
      fill("title"),
      fill("startsAt"),
      fill("venue.name"),
      fill("program.0.day"),
      add("program.0.parts"),
      fill("program.1.day"),
      fill("program.1.parts.0.title"),
      fill("program.1.parts.0.notes"),
      add("program.1.parts.0.speakers"),
    ],
  });
  expect(await api.db.publishedEntry.count({ where: { entryId: id } })).toBe(0);
});

test("a nested value that does not fit is not saved, and the answer names it", async () => {
  const fields = await eventFields();
  const program = [
    { ...fields.program[0], parts: [{ type: "pause", minutes: "0" }] },
    { parts: [{ type: "lunch" }] },
  ];
  const call = as(system).entries.event.create({ fields: { ...fields, program: program as never } });
  const failed = await call.then(
    () => undefined,
    (error: { code: string; cause: z.ZodError }) => error,
  );
  expect(failed?.code).toBe("BAD_REQUEST");
  expect(failed?.cause.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([
    "fields.program.0.parts.0.minutes: Use more than 0.",
    "fields.program.1.parts.0.type: Use one of: talk, pause.",
  ]);
});

test("a nested reference to nothing, or to an entry of another type, keeps its entry from being published", async () => {
  const { event } = as(system).entries;
  const fields = await eventFields();
  const other = await event.create({ fields });
  for (const target of [other.id, "01a207a7-8848-7028-8c07-da352405241d"]) {
    const [day] = structuredClone(fields.program);
    if (day?.parts[1]?.type === "talk") day.parts[1].speakers = [target];
    const { id } = await event.create({ fields: { ...fields, program: day ? [day] : [] } });
    const error = await errorOf(event.publish({ id, expectedVersion: 1 }));
    expect([error.errorCode, error.details]).toEqual([
      "REFERENCE_MISSING",
      { field: "program.0.parts.1.speakers", id: target },
    ]);
  }
});

test("who is named inside a block of a published entry is not deleted; who only a draft names is", async () => {
  const { event, person: people } = as(system).entries;
  const fields = await eventFields();
  const [speaker = ""] = fields.program[0]?.parts[1]?.speakers ?? [];
  const { id } = await event.create({ fields });
  await event.publish({ id, expectedVersion: 1 });
  const error = await errorOf(people.delete({ id: speaker, expectedVersion: 1 }));
  expect(error).toMatchObject({ errorCode: "ENTRY_REFERENCED", details: { by: [{ type: "event", id }] } });
  await event.unpublish({ id });
  await people.delete({ id: speaker, expectedVersion: 1 });
  expect((await errorOf(event.publish({ id, expectedVersion: 1 }))).errorCode).toBe("REFERENCE_MISSING");
});

test("a draft from before a group was declared otherwise is told what does not fit any more", async () => {
  const { event } = as(system).entries;
  const { id } = await event.create({ fields: await eventFields() });
  const stored = {
    title: "Old",
    startsAt: "2026-05-01T09:00:00.000Z",
    venue: "Hall",
    program: [null, { day: 1 }],
  };
  await api.db.entry.update({ where: { id }, data: { fields: stored } });
  const error = await errorOf(event.publish({ id, expectedVersion: 1 }));
  expect(error.details).toMatchObject({
    issues: [
      { path: "fields.venue", message: "Use an object of fields." },
      { path: "fields.program.0", message: "Use an object of fields." },
      { path: "fields.program.1.day", message: "Use text." },
    ],
  });
});
