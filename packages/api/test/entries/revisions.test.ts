import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, createTestApi, errorOf, nobody, system, type TestApi } from "../test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

const articles = () => api.as(system).entries.article;
const missing = "01a207a7-8848-7028-8c07-da352405241d";

/** An article with as many revisions as titles. */
async function written(...titles: string[]) {
  const [title = "", ...others] = titles;
  const { id } = await articles().create({ fields: { title } as never });
  for (const [index, next] of others.entries())
    await articles().save({ id, expectedVersion: index + 1, fields: { title: next } });
  return id;
}

/** `kept`, or the code of the error. */
async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "kept";
  } catch (error) {
    return codeOf(Promise.reject(error));
  }
}

describe("revisions", () => {
  test("are listed newest first, with who saved them and when", async () => {
    const user = await api.user("author");
    const mine = api.as(user).entries.article;
    api.setClock("2026-03-01T08:00:00Z");
    const { id } = await mine.create({ fields: { title: "First" } as never });
    api.setClock("2026-03-02T08:00:00Z");
    await mine.save({ id, expectedVersion: 1, fields: { title: "Second" } });
    const by = { author: { id: user.userId, name: "author" }, schemaVersion: 1, kind: "save", note: "" };
    expect(await mine.revisions({ id })).toEqual({
      items: [
        { version: 2, slug: "second", createdAt: new Date("2026-03-02T08:00:00Z"), ...by },
        { version: 1, slug: "first", createdAt: new Date("2026-03-01T08:00:00Z"), ...by },
      ],
      nextCursor: null,
    });
  });

  test("have no author when Letterpress saved them, or a user who is gone", async () => {
    const id = await written("By the system");
    expect((await articles().revisions({ id })).items[0]?.author).toBe(null);
    const editor = await api.user("editor");
    await api.as(editor).entries.article.save({ id, expectedVersion: 1, fields: { title: "By an editor" } });
    await api.db.user.delete({ where: { id: editor.userId } });
    expect((await articles().revisions({ id })).items[0]?.author).toBe(null);
  });

  test("name the API key that saved them, also once it is revoked", async () => {
    const owner = await api.user("owner");
    const { key } = await api.as(owner).apiKeys.create({ name: "Newsroom feed", scope: "write" });
    const program = { kind: "apiKey", keyId: key.id, name: key.name, scope: "write" } as const;
    const { id } = await api
      .as(program)
      .entries.article.create({ fields: { title: "By a program" } as never });
    await api.as(owner).apiKeys.revoke({ id: key.id });
    const author = { id: key.id, name: "Newsroom feed" };
    expect((await articles().revisions({ id })).items).toMatchObject([{ author }]);
    expect(await articles().revision({ id, version: 1 })).toMatchObject({ author });
    await articles().save({ id, expectedVersion: 1, fields: { title: "By the system" } });
    expect((await articles().revisions({ id })).items).toMatchObject([{ author: null }, { author }]);
  });

  test("come in pages, each once", async () => {
    const id = await written("A", "B", "C", "D", "E");
    const pages: number[][] = [];
    let cursor: string | undefined;
    do {
      const page = await articles().revisions({ id, limit: 2, cursor });
      pages.push(page.items.map((one) => one.version));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(pages).toEqual([[5, 4], [3, 2], [1]]);
    expect((await articles().revisions({ id, cursor: "1" })).items).toEqual([]);
  });

  test.each(["", "x", "-1", "1.5", "9".repeat(12), "1; DROP"])("refuse the cursor %j", async (cursor) => {
    const id = await written("Cursor");
    expect(await codeOf(articles().revisions({ id, cursor }))).toBe("BAD_INPUT");
  });
});

describe("a revision", () => {
  test("has the fields and the slug that were saved", async () => {
    const id = await written("First", "Second");
    expect(await articles().revision({ id, version: 1 })).toMatchObject({
      version: 1,
      slug: "first",
      fields: { title: "First", slug: "first" },
    });
  });

  test("that never was is missing, and so is one of an entry that is not there or of another type", async () => {
    const id = await written("Only one");
    expect(await codeOf(articles().revision({ id, version: 2 }))).toBe("REVISION_MISSING");
    expect(await codeOf(articles().revision({ id: missing, version: 1 }))).toBe("ENTRY_MISSING");
    expect(await codeOf(api.as(system).entries.page.revision({ id, version: 1 }))).toBe("ENTRY_MISSING");
  });

  test.each([0, -1, 1.5, 2_147_483_648])("has no number like %s", async (version) => {
    const id = await written("Numbers");
    await expect(articles().revision({ id, version })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("restoring", () => {
  test("makes an earlier revision the next one, and an event", async () => {
    const id = await written("First", "Second", "Third");
    const restored = await articles().restore({ id, version: 1, expectedVersion: 3 });
    expect(restored).toMatchObject({ version: 4, title: "First", slug: "first", fields: { title: "First" } });
    expect((await articles().revisions({ id })).items.map((one) => one.version)).toEqual([4, 3, 2, 1]);
    const event = await api.db.event.findFirst({ where: { entryId: id }, orderBy: { id: "desc" } });
    expect(event).toMatchObject({ name: "entry.restored", payload: { version: 4, restoredVersion: 1 } });
  });

  test("brings back what was emptied, and takes away what was added since", async () => {
    const { id } = await articles().create({ fields: { title: "T", standfirst: "Kept" } as never });
    await articles().save({ id, expectedVersion: 1, fields: { standfirst: null, body: "New" } });
    const { fields } = await articles().restore({ id, version: 1, expectedVersion: 2 });
    expect(fields).toEqual({ title: "T", standfirst: "Kept", slug: "t" });
  });

  test("what the draft is already makes no version", async () => {
    const id = await written("First", "Second");
    expect((await articles().restore({ id, version: 2, expectedVersion: 2 })).version).toBe(2);
  });

  test("is refused with the current version when somebody saved since", async () => {
    const id = await written("First", "Second");
    const error = await errorOf(articles().restore({ id, version: 1, expectedVersion: 1 }));
    expect(error).toMatchObject({ errorCode: "ENTRY_STALE", details: { current: { version: 2 } } });
    expect((await articles().get({ id })).title).toBe("Second");
  });

  test("never takes the slug of another entry: it keeps the one that it has", async () => {
    const id = await written("Contested", "Elsewhere");
    await written("Contested");
    const restored = await articles().restore({ id, version: 1, expectedVersion: 2 });
    expect(restored).toMatchObject({ version: 3, title: "Contested", slug: "elsewhere" });
  });

  test("a revision that never was is refused", async () => {
    const id = await written("First");
    expect(await codeOf(articles().restore({ id, version: 9, expectedVersion: 1 }))).toBe("REVISION_MISSING");
    await expect(articles().restore({ id, version: 0, expectedVersion: 1 })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });

  test("racing with saves, one is kept and the others are told", async () => {
    const id = await written("First", "Second");
    await api.connect();
    const outcomes = await Promise.all([
      outcome(articles().restore({ id, version: 1, expectedVersion: 2 })),
      outcome(articles().restore({ id, version: 1, expectedVersion: 2 })),
      outcome(articles().save({ id, expectedVersion: 2, fields: { title: "Third" } })),
      outcome(articles().save({ id, expectedVersion: 2, fields: { title: "Fourth" } })),
    ]);
    expect(outcomes.sort()).toEqual(["ENTRY_STALE", "ENTRY_STALE", "ENTRY_STALE", "kept"]);
    expect((await articles().revisions({ id })).items.map((one) => one.version)).toEqual([3, 2, 1]);
  });

  test("racing for one slug, one entry has it", async () => {
    const first = await written("Wanted", "Given up by one");
    const second = await written("Wanted", "Given up by two");
    await api.connect();
    const outcomes = await Promise.all(
      [first, second].map((id) => outcome(articles().restore({ id, version: 1, expectedVersion: 2 }))),
    );
    expect(outcomes).toEqual(["kept", "kept"]);
    const slugs = await Promise.all([first, second].map(async (id) => (await articles().get({ id })).slug));
    expect(slugs.filter((slug) => slug === "wanted")).toHaveLength(1);
  });
});

describe("somebody else's entry", () => {
  test("is missing to an author and a contributor, with all its revisions", async () => {
    const id = await written("Not yours", "Still not");
    for (const role of ["author", "contributor"] as const) {
      const { article } = api.as(await api.user(role)).entries;
      const calls = [
        () => article.revisions({ id }),
        () => article.revision({ id, version: 1 }),
        () => article.restore({ id, version: 1, expectedVersion: 2 }),
      ];
      for (const call of calls) {
        const theirs = await errorOf(call());
        const none = await errorOf(article.revisions({ id: missing }));
        expect({ ...theirs, stack: "" }).toEqual({ ...none, stack: "" });
      }
    }
  });

  test("is an editor's business", async () => {
    const id = await written("Anybody's", "Now");
    const { article } = api.as(await api.user("editor")).entries;
    expect((await article.revisions({ id })).items).toHaveLength(2);
    expect((await article.restore({ id, version: 1, expectedVersion: 2 })).version).toBe(3);
  });
});

test("nobody is let near revisions", async () => {
  const id = await written("Private");
  const { article } = api.as(nobody).entries;
  for (const call of [
    () => article.revisions({ id }),
    () => article.revision({ id, version: 1 }),
    () => article.restore({ id, version: 1, expectedVersion: 1 }),
    () => article.check({ fields: {} }),
  ])
    expect(await codeOf(call())).toBe("NOT_SIGNED_IN");
});
