import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../src/access/actor.ts";
import { createAppRouter } from "../../src/app-router.ts";
import { inPreview } from "../../src/preview/in-preview.ts";
import { signPreview } from "../../src/preview/preview-token.ts";
import {
  articleFields,
  codeOf,
  contextOf,
  createTestApi,
  nobody,
  system,
  type TestApi,
} from "../test-api.ts";

let api: TestApi;
let fields: Awaited<ReturnType<typeof articleFields>>;
beforeAll(async () => {
  api = await createTestApi();
  fields = await articleFields(api);
});
afterAll(() => api[Symbol.asyncDispose]());

const entries = () => api.as(system).entries;
const router = createAppRouter((await import("@letterpress/content/content-model")).contentModel);
type Content = ReturnType<TestApi["as"]>["content"];

/** Reads content as whoever has the token. */
function previewed<T>(token: string, read: (content: Content) => Promise<T>): Promise<T> {
  return inPreview(api.deps, token, ({ deps }) => read(router.createCaller(contextOf(deps, nobody)).content));
}

const linkTo = async (id: string, actor: Actor = system) => api.as(actor).entries.article.previewLink({ id });

/** All that readers could see, and all that a preview writes for a moment. */
const published = () =>
  Promise.all([
    api.db.publishedEntry.findMany({ orderBy: { entryId: "asc" } }),
    api.db.facet.findMany({ orderBy: [{ entryId: "asc" }, { field: "asc" }, { value: "asc" }] }),
    api.db.entry.findMany({ orderBy: { id: "asc" } }),
    api.db.redirect.findMany(),
  ]);

test("a preview shows what publishing would show, to the byte, and leaves nothing behind", async () => {
  const { id, slug } = await entries().article.create({ fields: { ...fields, title: "As it will be" } });
  const { token } = await linkTo(id);
  const before = await published();
  const query = { slug, include: { author: true, tags: true } } as const;
  const preview = await previewed(token, (content) => content.article.get(query as { slug: string }));
  const listed = await previewed(token, (content) =>
    content.article.list({ where: { title: "As it will be" } }),
  );
  expect(await published()).toEqual(before);
  expect(await codeOf(api.as(nobody).content.article.get({ slug }))).toBe("ENTRY_MISSING");
  await entries().article.publish({ id, expectedVersion: 1 });
  expect(preview).toEqual(await api.as(nobody).content.article.get(query as { slug: string }));
  expect(listed).toEqual(await api.as(nobody).content.article.list({ where: { title: "As it will be" } }));
});

test("a preview shows the changed draft of what is published, and follows the draft as it changes", async () => {
  const { id, slug } = await entries().article.create({ fields: { ...fields, title: "Then" } });
  await entries().article.publish({ id, expectedVersion: 1 });
  await entries().article.save({ id, expectedVersion: 1, fields: { title: "Now" } });
  const { token } = await linkTo(id);
  const title = async () => (await previewed(token, (content) => content.article.get({ slug }))).title;
  expect(await title()).toBe("Now");
  await entries().article.save({ id, expectedVersion: 2, fields: { title: "Later" } });
  expect(await title()).toBe("Later");
  expect((await api.as(nobody).content.article.get({ slug })).title).toBe("Then");
});

test("a draft that lacks what publishing asks for, and points at what is gone, has a preview all the same", async () => {
  const nowhere = "01a207a7-8848-7028-8c07-da352405241d";
  const half = { title: "Half done", cover: nowhere, tags: [nowhere] };
  const { id, slug } = await entries().article.create({ fields: half as unknown as typeof fields });
  const { token } = await linkTo(id);
  const query = { slug, include: { author: true } };
  const entry = await previewed(token, (content) => content.article.get(query as { slug: string }));
  expect(entry).toMatchObject({ title: "Half done", author: null });
  expect(entry.cover).toBeUndefined();
});

describe("draft references", () => {
  test("show with the draft, up to three steps away, where readers do not see them as they are", async () => {
    const { id: author, slug } = await entries().person.create({ fields: { name: "Not yet seen" } });
    await entries().person.publish({ id: author, expectedVersion: 1 });
    await entries().person.save({ id: author, expectedVersion: 1, fields: { name: "Renamed" } });
    const { id: tag } = await entries().tag.create({ fields: { name: "Unseen" } });
    const article = await entries().article.create({
      fields: { ...fields, title: "With", author, tags: [tag] },
    });
    const { token } = await linkTo(article.id);
    const query = { slug: article.slug, include: { author: true, tags: true } };
    const entry = await previewed(token, (content) => content.article.get(query as { slug: string }));
    expect(entry).toMatchObject({ author: { name: "Renamed" }, tags: [{ name: "Unseen" }] });
    expect((await api.as(nobody).content.person.get({ slug })).name).toBe("Not yet seen");
  });

  test("of others do not show in a link that somebody made who may not see them", async () => {
    const hidden = await entries().person.create({ fields: { name: "Somebody else's" } });
    const author = await api.user("author");
    const article = await api
      .as(author)
      .entries.article.create({ fields: { ...fields, title: "Peeking", author: hidden.id } });
    const seen = async (actor: Actor) => {
      const { token } = await linkTo(article.id, actor);
      const query = { slug: article.slug, include: { author: true } };
      return previewed(token, (content) => content.article.get(query as { slug: string }));
    };
    expect((await seen(author)).author).toBeNull();
    expect((await seen(system)).author).toMatchObject({ name: "Somebody else's" });
  });

  test("that are put away or in the bin show as they are published, which is not at all", async () => {
    const away = await entries().tag.create({ fields: { name: "Away" } });
    const gone = await entries().tag.create({ fields: { name: "Gone" } });
    const tags = [away.id, gone.id];
    const article = await entries().article.create({ fields: { ...fields, title: "Old tags", tags } });
    await api.db.entry.update({ where: { id: away.id }, data: { stage: "archived" } });
    await entries().tag.delete({ id: gone.id, expectedVersion: 1 });
    const { token } = await linkTo(article.id);
    const query = { slug: article.slug, include: { tags: true } };
    const entry = await previewed(token, (content) => content.article.get(query as { slug: string }));
    expect(entry.tags).toEqual([]);
  });
});

test("a slug that is still another page's is the draft's in its preview, and the other page keeps it for everybody else", async () => {
  const other = await entries().tag.create({ fields: { name: "Other", slug: "contested" } });
  await entries().tag.publish({ id: other.id, expectedVersion: 1 });
  await entries().tag.save({ id: other.id, expectedVersion: 1, fields: { slug: "moved-on" } });
  const mine = await entries().tag.create({ fields: { name: "Mine", slug: "contested" } });
  const { token } = await entries().tag.previewLink({ id: mine.id });
  const preview = await previewed(token, (content) => content.tag.get({ slug: "contested" }));
  expect(preview.name).toBe("Mine");
  expect((await api.as(nobody).content.tag.get({ slug: "contested" })).name).toBe("Other");
});

describe("a link", () => {
  test("is of no use once it has expired, is changed in any letter, or its entry is in the bin", async () => {
    const { id, slug } = await entries().article.create({ fields: { ...fields, title: "Link" } });
    const { token, url, expiresAt } = await entries().article.previewLink({ id, expiresInHours: 2 });
    expect(url).toBe(`/preview/${token}`);
    expect(expiresAt.getTime() - api.deps.clock().getTime()).toBe(2 * 3_600_000);
    const read = (given: string) => previewed(given, (content) => content.article.get({ slug }));
    expect((await read(token)).title).toBe("Link");
    for (let place = 0; place < token.length; place += 7) {
      const letter = token[place] === "A" ? "B" : "A";
      expect(await codeOf(read(token.slice(0, place) + letter + token.slice(place + 1)))).toBe(
        "PREVIEW_INVALID",
      );
    }
    for (const given of ["", ".", "..", token.slice(0, -1), `${token}A`, `${token}.A`, `${token} `])
      expect(await codeOf(read(given))).toBe("PREVIEW_INVALID");
    const now = api.deps.clock();
    api.setClock(expiresAt.toISOString());
    expect(await codeOf(read(token))).toBe("PREVIEW_INVALID");
    api.setClock(now.toISOString());
    await entries().article.delete({ id, expectedVersion: 1 });
    expect(await codeOf(read(token))).toBe("PREVIEW_INVALID");
  });

  test("signed with another key, for a time without end or another entry, is refused", async () => {
    const { id, slug } = await entries().article.create({ fields: { ...fields, title: "Forged" } });
    const claim = {
      type: "article",
      id,
      expiresAt: new Date("2999-01-01"),
      maker: { kind: "system" },
    } as const;
    const forged = signPreview(new Uint8Array(32), claim);
    const [, signature] = (await linkTo(id)).token.split(".");
    for (const token of [forged, `${forged.split(".")[0]}.${signature}`])
      expect(await codeOf(previewed(token, (content) => content.article.get({ slug })))).toBe(
        "PREVIEW_INVALID",
      );
  });

  test("is worth what whoever made it may read by now", async () => {
    const { id, slug } = await entries().article.create({ fields: { ...fields, title: "Trusted" } });
    const read = async (token: string) => {
      const call = previewed(token, (content) => content.article.get({ slug }));
      return call.then(
        () => "read",
        () => codeOf(call),
      );
    };
    const [editor, author, leaver] = [
      await api.user("editor"),
      await api.user("author"),
      await api.user("editor"),
    ];
    await entries().article.assign({ id, userId: author.userId });
    const byAuthor = (await linkTo(id, author)).token;
    expect(await read(byAuthor)).toBe("read");
    await entries().article.assign({ id, userId: null });
    expect(await read(byAuthor)).toBe("PREVIEW_INVALID");

    const byEditor = (await linkTo(id, editor)).token;
    expect(await read(byEditor)).toBe("read");
    await api.db.user.update({ where: { id: editor.userId }, data: { role: "contributor" } });
    expect(await read(byEditor)).toBe("PREVIEW_INVALID");

    const byLeaver = (await linkTo(id, leaver)).token;
    await api.db.user.delete({ where: { id: leaver.userId } });
    expect(await read(byLeaver)).toBe("PREVIEW_INVALID");

    const { key } = await api
      .as(system)
      .apiKeys.create({ name: "Front end", scope: "read", expiresInDays: 1 });
    const byKey = (await linkTo(id, { ...key, kind: "apiKey", keyId: key.id })).token;
    const keyIs = (data: object) => api.db.apiKey.update({ where: { id: key.id }, data });
    expect(await read(byKey)).toBe("read");
    await keyIs({ expiresAt: new Date("2020-01-01") });
    expect(await read(byKey)).toBe("PREVIEW_INVALID");
    await keyIs({ expiresAt: null });
    expect(await read(byKey)).toBe("read");
    await api.as(system).apiKeys.revoke({ id: key.id });
    expect(await read(byKey)).toBe("PREVIEW_INVALID");
  });

  test("is made by whoever sees the entry, and missing to whoever does not, in the same bytes", async () => {
    const { id } = await entries().article.create({ fields: { ...fields, title: "Mine" } });
    const author = await api.user("author");
    const nothing = "01a207a7-8848-7028-8c07-da352405241d";
    for (const asked of [id, nothing]) expect(await codeOf(linkTo(asked, author))).toBe("ENTRY_MISSING");
    expect(await codeOf(linkTo(id, nobody))).toBe("NOT_SIGNED_IN");
    const editor = await api.user("editor");
    await linkTo(id, editor);
    const event = await api.db.event.findFirst({ where: { entryId: id, name: "preview.created" } });
    expect(event).toMatchObject({ actorId: editor.userId, payload: { title: "Mine" } });
  });

  test("of every node is signed with one key, also when all of them need it first at once", async () => {
    await api.db.secret.deleteMany();
    const { previewKey } = await import("../../src/preview/preview-key.ts");
    const { createDb } = await import("@letterpress/db/create-db");
    const nodes = Array.from({ length: 6 }, () => createDb(api.url, { maxConnections: 1 }));
    await Promise.all(nodes.map((db) => db.$queryRaw`SELECT 1`));
    const keys = await Promise.all(nodes.map((db) => previewKey(db)));
    expect(new Set(keys.map((key) => Buffer.from(key).toString("hex"))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    await Promise.all(nodes.map((db) => db.close()));
  });
});

test("previews and publishes of the same entries at once all succeed, and what is published stays", async () => {
  await api.connect();
  const { id, slug } = await entries().article.create({ fields: { ...fields, title: "Busy" } });
  const { token } = await linkTo(id);
  let expectedVersion = 1;
  const publishing = (async () => {
    for (let round = 0; round < 8; round++) {
      await entries().article.publish({ id, expectedVersion });
      expectedVersion = (
        await entries().article.save({ id, expectedVersion, fields: { title: `Busy ${round}` } })
      ).version;
    }
  })();
  const previewing = Array.from({ length: 12 }, () =>
    previewed(token, (content) => content.article.get({ slug })),
  );
  await Promise.all([publishing, ...previewing]);
  expect((await api.as(nobody).content.article.get({ slug })).title).toBe("Busy 6");
});
