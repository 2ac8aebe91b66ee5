import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { checkedAnswer, unlessChecked } from "../../src/content/checked-answer.ts";
import { createEventApi, type EventApi } from "./events.ts";

let api: EventApi;
beforeAll(async () => {
  api = await createEventApi();
});
afterAll(() => api[Symbol.asyncDispose]());

test("what an entry has stored beside its fields never leaves, on any level of an answer", async () => {
  const ann = await api.person("Ann", { employer: await api.place("Press house") });
  await api.event({ title: "Talk", host: ann, speakers: [ann] });
  await api.db.$executeRaw`
    UPDATE published_entry SET fields = fields || '{"secret": "s3cret"}'
      || CASE type WHEN 'event' THEN '{"venue": {"name": "Hall", "secret": "s3cret"}}'::jsonb ELSE '{}' END`;
  const include = { host: { include: { employer: true } }, speakers: true } as const;
  const answers = await Promise.all([
    api.content.event.get({ slug: "talk", include }),
    api.content.event.get({ slug: "talk", select: { venue: true, host: true } }),
    api.content.event.list({ include, count: true }),
    api.content.person.get({ slug: "ann", include: { "event.host": { include } } }),
  ]);
  const shown = JSON.stringify(answers);
  expect(shown).toContain("Hall");
  expect(shown).toContain("Press house");
  expect(shown).not.toContain("secret");
  expect(shown).not.toContain("s3cret");
});

test("an answer is taken as it is only when it says itself that it was checked", async () => {
  const schema = unlessChecked(z.object({ name: z.string() }));
  const answer = { name: "Ann", secret: "s3cret" };
  expect(await schema.parseAsync(answer)).toEqual({ name: "Ann" });
  expect(await schema.parseAsync({ ...checkedAnswer({ ...answer }) })).toEqual({ name: "Ann" });
  expect(await schema.parseAsync(checkedAnswer(answer))).toBe(answer);
});
