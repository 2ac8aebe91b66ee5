import { contentModel } from "@letterpress/content/content-model";
import { createSignals } from "@letterpress/db/signals";
import { recordingDb } from "@letterpress/db/testing/recording-db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAppRouter } from "../src/app-router.ts";
import { newSetUpToken } from "../src/auth/set-up-token.ts";
import { createEventFeed } from "../src/events/event-feed.ts";
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
  "assets.delete": 14,
  "assets.get": 1,
  "assets.list": 1,
  "assets.update": 8,
  "auth.me": 0,
  "auth.setUp": 12,
  "auth.signIn": 5,
  "auth.signOut": 1,
  "bin.list": 2,
  "bin.purge": 5,
  "bin.restore": 6,
  "calendar.list": 1,
  "comments.create": 5,
  "comments.delete": 7,
  "comments.list": 2,
  "comments.reopen": 6,
  "comments.resolve": 6,
  "content.article.get": 1,
  "content.article.list": 1,
  "entries.article.approve": 5,
  "entries.article.archive": 5,
  "entries.article.assign": 6,
  "entries.article.bulk": 5,
  "entries.article.check": 0,
  "entries.article.choices": 2,
  "entries.article.create": 6,
  "entries.article.delete": 9,
  "entries.article.get": 1,
  "entries.article.list": 1,
  "entries.article.previewLink": 6,
  "entries.article.publish": 15,
  "entries.article.publishPlan": 9,
  "entries.article.reopen": 5,
  "entries.article.restore": 7,
  "entries.article.revision": 1,
  "entries.article.revisions": 1,
  "entries.article.save": 7,
  "entries.article.schedule": 8,
  "entries.article.sendBack": 5,
  "entries.article.submit": 6,
  "entries.article.unpublish": 8,
  "entries.article.unschedule": 5,
  "entries.article.withdraw": 5,
  "desk.waiting": 1,
  "entries.article.referrers": 6,
  "events.list": 1,
  "events.subscribe": 0,
  "markdown.preview": 0,
  "publication.get": 0,
  "publication.types": 0,
  "redirects.create": 8,
  "redirects.delete": 4,
  "redirects.get": 4,
  "redirects.list": 1,
  "releases.create": 6,
  "releases.delete": 7,
  "releases.get": 3,
  "releases.list": 1,
  "releases.problems": 10,
  "releases.references": 8,
  "releases.upcoming": 2,
  "releases.publish": 30,
  "releases.removeItem": 11,
  "releases.schedule": 16,
  "releases.setItem": 13,
  "releases.unschedule": 11,
  "releases.update": 11,
  "users.choices": 1,
};

test("every procedure sends as many statements as it says here, whatever there is", async () => {
  // What it reads is for all streams of a process, at times of its own.
  const events = createEventFeed({ db: api.db, signals: createSignals(api.url) });
  const deps = { ...api.deps, db: recording.db, reads: recording.db, events };
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
  await counted("entries.article.publishPlan", () => articles.publishPlan({ id }));
  await counted("entries.article.previewLink", () => articles.previewLink({ id }));
  await counted("entries.article.publish", () => articles.publish({ id, expectedVersion: 2 }));
  await counted("entries.article.get", () => articles.get({ id }));
  await counted("entries.article.list", () => articles.list());
  await counted("entries.article.choices", () => articles.choices());
  await counted("entries.article.referrers", () => articles.referrers({ id }));
  await counted("desk.waiting", () => call.desk.waiting());
  await counted("entries.article.revisions", () => articles.revisions({ id }));
  await counted("entries.article.revision", () => articles.revision({ id, version: 1 }));
  await counted("entries.article.restore", () => articles.restore({ id, version: 1, expectedVersion: 2 }));
  await counted("content.article.get", () => call.content.article.get({ id }));
  await counted("content.article.list", () => call.content.article.list());
  await counted("entries.article.unpublish", () => articles.unpublish({ id }));
  const at = new Date(Date.now() + 3_600_000);
  await counted("entries.article.schedule", () => articles.schedule({ id, expectedVersion: 3, at }));
  await counted("entries.article.unschedule", () => articles.unschedule({ id }));
  const { releases } = call;
  const release = await counted("releases.create", () => releases.create({ name: "Spring" }));
  const { id: entryId } = await articles.create({ fields: { ...fields, title: "Released" } });
  const item = { id: release.id, entryId };
  await counted("releases.setItem", () => releases.setItem({ ...item, action: "publish" }));
  await counted("releases.update", () => releases.update({ id: release.id, note: "For May" }));
  await counted("releases.problems", () => releases.problems({ id: release.id }));
  await counted("releases.references", () => releases.references({ id: release.id }));
  await counted("releases.schedule", () => releases.schedule({ id: release.id, at }));
  await counted("releases.upcoming", () => releases.upcoming({ entryIds: [entryId] }));
  await counted("releases.unschedule", () => releases.unschedule({ id: release.id }));
  await counted("releases.get", () => releases.get({ id: release.id }));
  await counted("releases.list", () => releases.list());
  await counted("releases.publish", () => releases.publish({ id: release.id }));
  const other = await releases.create({ name: "Summer" });
  await releases.setItem({ ...item, id: other.id, action: "unpublish" });
  await counted("releases.removeItem", () => releases.removeItem({ ...item, id: other.id }));
  await counted("releases.delete", () => releases.delete({ id: other.id }));
  await counted("calendar.list", () => call.calendar.list({ from: new Date(), to: at }));
  const step = { id, expectedVersion: 3 };
  await counted("entries.article.submit", () => articles.submit({ ...step, comment: "Ready" }));
  await counted("entries.article.withdraw", () => articles.withdraw(step));
  await articles.submit(step);
  await counted("entries.article.sendBack", () => articles.sendBack(step));
  await articles.submit(step);
  await counted("entries.article.approve", () => articles.approve(step));
  await counted("entries.article.archive", () => articles.archive(step));
  await counted("entries.article.reopen", () => articles.reopen(step));
  await counted("entries.article.assign", () => articles.assign({ id, userId: owner.userId }));
  await counted("entries.article.bulk", () => articles.bulk({ action: "submit", items: [step] }));
  const redirect = { path: "/old-address", target: "/new-address" };
  await counted("redirects.create", () => call.redirects.create(redirect));
  await counted("redirects.get", () => call.redirects.get({ path: redirect.path }));
  await counted("redirects.list", () => call.redirects.list());
  await counted("redirects.delete", () => call.redirects.delete({ path: redirect.path }));
  await counted("users.choices", () => call.users.choices());
  const said = await counted("comments.create", () => call.comments.create({ entryId: id, body: "Why?" }));
  await counted("comments.list", () => call.comments.list({ entryId: id }));
  await counted("comments.resolve", () => call.comments.resolve({ id: said.id }));
  await counted("comments.reopen", () => call.comments.reopen({ id: said.id }));
  await counted("comments.delete", () => call.comments.delete({ id: said.id }));
  await counted("entries.article.delete", () => articles.delete({ id, expectedVersion: 3 }));
  await counted("bin.list", () => call.bin.list());
  await counted("bin.restore", () => call.bin.restore({ id }));
  await articles.delete(step);
  await counted("bin.purge", () => call.bin.purge({ id }));
  await counted("events.list", () => call.events.list());
  await counted("events.subscribe", async () => {
    for await (const _position of await call.events.subscribe()) break;
  });
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
