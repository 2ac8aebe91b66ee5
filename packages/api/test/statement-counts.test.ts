import { contentModel } from "@letterpress/content/content-model";
import { recordingDb } from "@letterpress/db/testing/recording-db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAppRouter } from "../src/app-router.ts";
import { newSetUpToken } from "../src/auth/set-up-token.ts";
import { articleFields, contextOf, createTestApi, type TestApi } from "./test-api.ts";

const router = createAppRouter(contentModel);

let api: TestApi;
let recording: ReturnType<typeof recordingDb>;
beforeAll(async () => {
  api = await createTestApi();
  recording = recordingDb(api.url);
});
afterAll(async () => {
  await recording.db.close();
  await api[Symbol.asyncDispose]();
});

/** Statements of each procedure, `COMMIT` among them. Procedures of content types are those of articles. */
const counts: Record<string, number> = {
  "apiKeys.create": 3,
  "apiKeys.list": 2,
  "apiKeys.revoke": 3,
  "assets.delete": 9,
  "assets.get": 1,
  "assets.list": 1,
  "assets.update": 7,
  "auth.me": 0,
  "auth.setUp": 12,
  "auth.signIn": 5,
  "auth.signOut": 1,
  "content.article.get": 1,
  "content.article.list": 1,
  "entries.article.check": 0,
  "entries.article.choices": 2,
  "entries.article.create": 6,
  "entries.article.delete": 7,
  "entries.article.get": 1,
  "entries.article.list": 1,
  "entries.article.publish": 13,
  "entries.article.restore": 7,
  "entries.article.revision": 1,
  "entries.article.revisions": 1,
  "entries.article.save": 6,
  "entries.article.unpublish": 8,
  "markdown.preview": 0,
  "publication.get": 0,
  "publication.types": 0,
};

test("every procedure sends as many statements as it says here, whatever there is", async () => {
  const deps = { ...api.deps, db: recording.db, reads: recording.db };
  const owner = await api.user("owner");
  let token = "";
  const session = {
    token: "",
    set(value: string) {
      token = value;
    },
    clear() {},
  };
  const call = router.createCaller(contextOf(deps, owner, session));
  const measured: Record<string, number> = {};
  async function counted<T>(path: string, run: () => Promise<T>): Promise<T> {
    const before = recording.statements.length;
    const result = await run();
    measured[path] = recording.statements.length - before;
    return result;
  }

  const fields = await articleFields(api);
  const assetId = await addAsset(api);
  const articles = call.entries.article;
  const { id } = await counted("entries.article.create", () => articles.create({ fields }));
  await counted("entries.article.check", () => articles.check({ fields: { title: "x" } }));
  await counted("entries.article.save", () =>
    articles.save({ id, expectedVersion: 1, fields: { body: "New" } }),
  );
  await counted("entries.article.publish", () => articles.publish({ id, expectedVersion: 2 }));
  await counted("entries.article.get", () => articles.get({ id }));
  await counted("entries.article.list", () => articles.list());
  await counted("entries.article.choices", () => articles.choices());
  await counted("entries.article.revisions", () => articles.revisions({ id }));
  await counted("entries.article.revision", () => articles.revision({ id, version: 1 }));
  await counted("entries.article.restore", () => articles.restore({ id, version: 1, expectedVersion: 2 }));
  await counted("content.article.get", () => call.content.article.get({ id }));
  await counted("content.article.list", () => call.content.article.list());
  await counted("entries.article.unpublish", () => articles.unpublish({ id }));
  await counted("entries.article.delete", () => articles.delete({ id, expectedVersion: 3 }));
  await counted("assets.list", () => call.assets.list());
  await counted("assets.get", () => call.assets.get({ id: assetId }));
  await counted("assets.update", () => call.assets.update({ id: assetId, alt: "New" }));
  await counted("assets.delete", () => call.assets.delete({ id: assetId }));
  const key = await counted("apiKeys.create", () => call.apiKeys.create({ name: "Key", scope: "read" }));
  await counted("apiKeys.list", () => call.apiKeys.list());
  await counted("apiKeys.revoke", () => call.apiKeys.revoke({ id: key.key.id }));
  await counted("markdown.preview", () => call.markdown.preview({ source: "*x*" }));
  await counted("publication.get", () => call.publication.get());
  await counted("publication.types", () => call.publication.types());
  await counted("auth.me", () => call.auth.me());
  await api.db.user.deleteMany();
  const setUpToken = (await newSetUpToken(api.deps)) ?? "";
  const person = { email: "ann@example.com", name: "Ann", password: "correct horse battery" };
  await counted("auth.setUp", () => call.auth.setUp({ token: setUpToken, ...person }));
  await counted("auth.signIn", () => call.auth.signIn({ email: person.email, password: person.password }));
  const signedIn = router.createCaller(contextOf(deps, owner, { ...session, token }));
  await counted("auth.signOut", () => signedIn.auth.signOut());

  expect(measured).toEqual(counts);
  const walked = Object.keys(router._def.procedures).filter(
    (path) => !/^(content|entries)\.(?!article\.)/.test(path),
  );
  expect(Object.keys(measured).sort()).toEqual(walked.sort());
});

async function addAsset({ db }: TestApi): Promise<string> {
  const { id } = await db.asset.create({
    data: {
      filename: "a.png",
      mimeType: "image/png",
      size: 1,
      sha256: "",
      width: 1,
      height: 1,
      placeholder: "",
      variants: [],
    },
    select: { id: true },
  });
  return id;
}
