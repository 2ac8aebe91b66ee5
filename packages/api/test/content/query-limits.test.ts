import { defineContentModel, defineType, markdown, number, reference, text } from "@letterpress/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAppRouter } from "../../src/app-router.ts";
import type { ContentCalls } from "../../src/content/content-calls.ts";
import { requestAllowance } from "../../src/context.ts";
import { contextOf, createTestApi, errorOf, nobody, system, type TestApi } from "../test-api.ts";

const numbers = Array.from({ length: 120 }, (_, index) => `number${index}`);
const model = defineContentModel([
  defineType("wide", {
    fields: { title: text(), ...Object.fromEntries(numbers.map((name) => [name, number().optional()])) },
  }),
  defineType("author", { fields: { name: text(), bio: markdown().optional() } }),
  defineType("note", { fields: { title: text(), author: reference("author") } }),
]);
const router = createAppRouter(model);

let api: TestApi;
let editor: ReturnType<typeof router.createCaller>["entries"];
beforeAll(async () => {
  api = await createTestApi();
  editor = router.createCaller(contextOf({ ...api.deps, model }, system)).entries;
});
afterAll(() => api[Symbol.asyncDispose]());

/** As one request from outside may call them. */
function fromOutside() {
  const context = { ...contextOf({ ...api.deps, model }, nobody), allowance: requestAllowance() };
  type Model = typeof model;
  return router.createCaller(context).content as unknown as {
    [Name in keyof Model]: ContentCalls<Model, Name>;
  };
}

test("any number of fields can be selected", async () => {
  const fields = Object.fromEntries(numbers.map((name, index) => [name, index]));
  const { id } = await editor.wide.create({ fields: { title: "Wide", ...fields } });
  await editor.wide.publish({ id, expectedVersion: 1 });
  for (const count of [1, 50, 51, 120]) {
    const names = numbers.slice(0, count);
    const select = Object.fromEntries(names.map((name) => [name, true]));
    const expected = Object.fromEntries(names.map((name, index) => [name, index]));
    expect(await fromOutside().wide.get({ slug: "wide", select } as never)).toEqual(expected);
  }
});

test("a large entry cannot be included so often that its answer fills the memory", async () => {
  const bio = "A paragraph of words.\n\n".repeat(4_000);
  const author = await editor.author.create({ fields: { name: "Ann", bio } });
  await editor.author.publish({ id: author.id, expectedVersion: 1 });
  for (let index = 0; index < 40; index++) {
    const { id } = await editor.note.create({ fields: { title: `Note ${index}`, author: author.id } });
    await editor.note.publish({ id, expectedVersion: 1 });
  }
  const error = await errorOf(fromOutside().note.list({ limit: 100, include: { author: true } }));
  expect(error.errorCode).toBe("BAD_INPUT");
  expect(error.details).toMatchObject({
    issues: [{ path: "include", message: expect.stringMatching("select") }],
  });

  const { items } = await fromOutside().note.list({
    limit: 100,
    include: { author: { select: { name: true } } },
  });
  expect(items.map((note) => note.author?.name)).toEqual(Array(40).fill("Ann"));
  expect((await fromOutside().note.list({ limit: 5, include: { author: true } })).items).toHaveLength(5);
});
