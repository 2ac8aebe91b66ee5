import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { signedInClient, startTestApp, type TestApp } from "../test-app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  const { entries } = await signedInClient(app.url);
  const { id: author } = await entries.person.create({ fields: { name: "Ada", slug: "ada" } });
  await entries.person.publish({ id: author, expectedVersion: 1 });
  const { id } = await entries.article.create({ fields: { title: "Proof", body: "Words.", author } });
  await entries.article.publish({ id, expectedVersion: 1 });
  await vi.waitFor(() => expect(app.deps.invalidation.isCurrent).toBe(true), { timeout: 10_000 });
});
afterAll(() => app[Symbol.asyncDispose]());

async function read(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(app.url + path, { redirect: "manual", headers });
  const { "x-request-id": id, date: _now, ...rest } = Object.fromEntries(response.headers);
  return { id, status: response.status, headers: rest, body: await response.text() };
}

test.each([
  "/proof",
  "/authors/ada",
  "/",
  "/authors/Ada?from=letter",
  "/authors//ada",
  "/nothing",
  "/feed.xml",
])("%s is answered as it is through Fastify, whoever asks", async (path) => {
  const straight = await read(path);
  // Not nobody in particular, so it goes the long way.
  const long = await read(path, { "letterpress-user": "somebody" });
  expect(straight.id).toMatch(/^[0-9a-f-]{36}$/);
  expect({ ...straight, id: "" }).toEqual({ ...long, id: "" });
});

test.each(["/healthz", "/readyz", "/trpc", "/studio", "/media", "/preview/none"])(
  "%s is not taken for a page",
  async (path) => {
    const straight = await read(path);
    const long = await read(path, { "letterpress-user": "somebody" });
    expect({ ...straight, id: "" }).toEqual({ ...long, id: "" });
  },
);

test("a page that cannot be made is tried once, and says so", async () => {
  const { reads } = app.deps;
  let tries = 0;
  app.deps.reads = {
    ...reads,
    query: async () => {
      tries++;
      throw new Error("The database is gone.");
    },
  };
  const { status, headers } = await read("/gone");
  app.deps.reads = reads;
  expect([status, headers["retry-after"], headers["cache-control"], tries]).toEqual([
    503,
    "30",
    "private, no-store",
    1,
  ]);
});
