import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOf, createTestApi, nobody, system, type TestApi } from "../test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

const tags = () => api.as(system).entries.tag;
async function tag(name: string) {
  const { id } = await tags().create({ fields: { name } });
  return { id, expectedVersion: 1 };
}

test("what is in review waits for those who may review, and what is assigned for whom it is assigned to", async () => {
  const [editor, author] = [await api.user("editor"), await api.user("author")];
  const waiting = (actor: typeof editor) => api.as(actor).desk.waiting();
  expect(await waiting(editor)).toEqual([]);
  const one = await tag("One");
  const two = await tag("Two");
  await tags().submit(one);
  await tags().assign({ id: one.id, userId: author.userId });
  await tags().assign({ id: two.id, userId: author.userId });
  expect(await waiting(editor)).toEqual([{ type: "tag", inReview: 1, assigned: 0 }]);
  expect(await waiting(author)).toEqual([{ type: "tag", inReview: 0, assigned: 2 }]);

  // Done: nothing is left to do with either.
  await tags().publish(one);
  await tags().archive(two);
  expect(await waiting(editor)).toEqual([]);
  expect(await waiting(author)).toEqual([]);
  await tags().save({ ...one, fields: { name: "One again" } });
  expect(await waiting(author)).toEqual([{ type: "tag", inReview: 0, assigned: 1 }]);
  await tags().delete({ ...one, expectedVersion: 2 });
  expect(await waiting(author)).toEqual([]);
  expect(await codeOf(api.as(nobody).desk.waiting())).toBe("NOT_SIGNED_IN");
});

test("the events of a review name those whom they concern", async () => {
  const [editor, author] = [await api.user("editor"), await api.user("author")];
  const { id } = await api.as(author).entries.tag.create({ fields: { name: "Mine" } });
  const at = { id, expectedVersion: 1 };
  await api.as(author).entries.tag.submit(at);
  await api.as(editor).entries.tag.assign({ id, userId: editor.userId });
  await api.as(editor).entries.tag.sendBack({ ...at, comment: "Longer, please" });
  const events = await api.db.event.findMany({ where: { entryId: id }, orderBy: { id: "desc" }, take: 2 });
  for (const name of ["entry.sentBack", "comment.created"])
    expect(events.find((event) => event.name === name)?.payload).toMatchObject({
      concerns: [author.userId, editor.userId],
    });
});
