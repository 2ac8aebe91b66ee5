import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { codeOf, createTestApi, errorOf, nobody, system, type TestApi } from "../test-api.ts";

let api: TestApi;
let editor: Awaited<ReturnType<TestApi["user"]>>;
let author: Awaited<ReturnType<TestApi["user"]>>;
let entryId: string;
beforeAll(async () => {
  api = await createTestApi();
  [editor, author] = [await api.user("editor"), await api.user("author")];
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  entryId = (await api.as(author).entries.article.create({ fields: { title: "Draft" } as never })).id;
});

const of = (actor: typeof editor) => api.as(actor).comments;
const say = (actor: typeof editor, body: string, more: object = {}) =>
  of(actor).create({ entryId, body, ...more });
const missing = "01a207a7-8848-7028-8c07-da352405241d";

test("a comment is about the version and the field that were looked at, and tells who wrote it", async () => {
  await api.as(author).entries.article.save({ id: entryId, expectedVersion: 1, fields: { title: "Two" } });
  api.setClock("2026-03-05T09:00:00Z");
  const comment = await say(editor, "  Shorter?  ", { field: "title" });
  expect(comment).toEqual({
    id: expect.any(String),
    entryId,
    parentId: null,
    version: 2,
    field: "title",
    body: "Shorter?",
    author: { id: editor.userId, name: "editor" },
    createdAt: new Date("2026-03-05T09:00:00Z"),
    resolvedAt: null,
    isMine: true,
  });
  expect(await of(author).list({ entryId })).toEqual([{ ...comment, isMine: false }]);
});

test("comments are listed oldest first", async () => {
  for (const [index, body] of ["One", "Two", "Three"].entries()) {
    api.setClock(`2026-03-05T10:0${index}:00Z`);
    await say(editor, body);
  }
  expect((await of(author).list({ entryId })).map(({ body }) => body)).toEqual(["One", "Two", "Three"]);
});

test("answers belong to one thread, also answers to answers, and are about its field", async () => {
  const first = await say(editor, "Why?", { field: "body" });
  const answer = await say(author, "Because", { parentId: first.id });
  const next = await say(editor, "I see", { parentId: answer.id, field: "title" });
  expect([answer, next].map(({ parentId, field }) => [parentId, field])).toEqual([
    [first.id, "body"],
    [first.id, "body"],
  ]);
});

test("an answer to a comment of another entry is refused", async () => {
  const first = await say(editor, "Here");
  const other = await api.as(editor).entries.article.create({ fields: { title: "Other" } as never });
  const call = of(editor).create({ entryId: other.id, body: "There", parentId: first.id });
  expect(await codeOf(call)).toBe("COMMENT_MISSING");
});

test("a thread is settled and taken up again as one, by any of its comments", async () => {
  const first = await say(editor, "Why?");
  const answer = await say(author, "Because", { parentId: first.id });
  api.setClock("2026-03-06T09:00:00Z");
  for (let twice = 0; twice < 2; twice++)
    expect(await of(author).resolve({ id: answer.id })).toMatchObject({
      id: first.id,
      resolvedAt: new Date("2026-03-06T09:00:00Z"),
    });
  expect(await of(editor).reopen({ id: first.id })).toMatchObject({ id: first.id, resolvedAt: null });
  const events = await api.db.event.findMany({
    where: { entryId, name: { startsWith: "comment." } },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ name, payload }) => [name, (payload as { commentId: string }).commentId])).toEqual([
    ["comment.created", first.id],
    ["comment.created", answer.id],
    ["comment.resolved", first.id],
    ["comment.reopened", first.id],
  ]);
});

describe("deleting", () => {
  test("is for one's own, and for reviewers", async () => {
    const theirs = await say(editor, "Mine");
    const own = await say(author, "Own");
    expect(await errorOf(of(author).delete({ id: theirs.id }))).toMatchObject({
      errorCode: "NOT_ALLOWED",
      details: { permission: "entries.review" },
    });
    await of(author).delete({ id: own.id });
    await of(editor).delete({ id: theirs.id });
    expect(await of(editor).list({ entryId })).toEqual([]);
    expect(await codeOf(of(editor).delete({ id: own.id }))).toBe("COMMENT_MISSING");
  });

  test("never takes answers of others away by the way", async () => {
    const first = await say(author, "Why?");
    await say(editor, "Because", { parentId: first.id });
    expect(await codeOf(of(author).delete({ id: first.id }))).toBe("NOT_ALLOWED");
    expect(await of(author).list({ entryId })).toHaveLength(2);
    await of(editor).delete({ id: first.id });
    expect(await of(author).list({ entryId })).toEqual([]);
  });

  test("waits for whoever answers at this moment", async () => {
    const first = await say(author, "Why?");
    const release = await api.hold(async (tx) => {
      await tx.comment.create({
        data: {
          entryId,
          parentId: first.id,
          version: 1,
          body: "x",
          authorId: editor.userId,
          authorName: "e",
        },
      });
    });
    const remove = codeOf(of(author).delete({ id: first.id }));
    await expect.poll(api.waiting).toBe(1);
    await release();
    expect(await remove).toBe("NOT_ALLOWED");
  });
});

test("comments on an entry that one may not see are missing, like those of none", async () => {
  const stranger = await api.user("contributor");
  const { id } = await say(editor, "Secret");
  const { comments } = api.as(stranger);
  for (const call of [
    (_id: string, entry: string) => comments.list({ entryId: entry }),
    (_id: string, entry: string) => comments.create({ entryId: entry, body: "x" }),
    (one: string) => comments.resolve({ id: one }),
    (one: string) => comments.reopen({ id: one }),
    (one: string) => comments.delete({ id: one }),
  ])
    expect({ ...(await errorOf(call(id, entryId))), stack: "" }).toEqual({
      ...(await errorOf(call(missing, missing))),
      stack: "",
    });
  expect(await codeOf(api.as(nobody).comments.list({ entryId }))).toBe("NOT_SIGNED_IN");
});

test("comments outlive their author's account", async () => {
  const gone = await api.user("editor");
  await say(gone, "Bye");
  await api.db.user.delete({ where: { id: gone.userId } });
  expect((await of(editor).list({ entryId }))[0]).toMatchObject({ author: { name: "editor" }, body: "Bye" });
});

test.each(["", "   ", "x".repeat(5001), "\0"])("%j is no comment", async (body) => {
  await expect(say(editor, body)).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("a thread that is deleted at the moment that it is settled is missing", async () => {
  const tag = await api.as(system).entries.tag.create({ fields: { name: "Settled too late" } });
  const { id } = await api.as(system).comments.create({ entryId: tag.id, body: "Is it?" });
  const release = await api.hold(async (tx) => void (await tx.comment.delete({ where: { id } })));
  const refused = codeOf(api.as(system).comments.resolve({ id }));
  await vi.waitFor(async () => expect(await api.waiting()).toBe(1), { timeout: 10_000 });
  await release();
  expect(await refused).toBe("COMMENT_MISSING");
});
