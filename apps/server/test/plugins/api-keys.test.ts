import { createApiKey } from "@letterpress/api/api-keys/create-api-key";
import { revokeApiKey } from "@letterpress/api/api-keys/revoke-api-key";
import { modelHash } from "@letterpress/api/model/model-hash";
import { createClient, safe } from "@letterpress/client";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedInClient, startTestApp, type TestApp } from "../test-app.ts";

let server: TestApp;
let press: Awaited<ReturnType<typeof signedInClient>>;
let readKey: string;
let writeKey: string;
beforeAll(async () => {
  server = await startTestApp();
  press = await signedInClient(server.url);
  readKey = (await press.apiKeys.create({ name: "Reader", scope: "read" })).token;
  writeKey = (await press.apiKeys.create({ name: "Writer", scope: "write" })).token;
});
afterAll(() => server[Symbol.asyncDispose]());

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const codeOf = async (response: Response) =>
  ((await response.json()) as { error?: { json: { data: { code: string } } } }).error?.json.data.code;
const read = (headers: Record<string, string>) =>
  fetch(`${server.url}/trpc/content.article.list`, { headers });
const createTag = (headers: Record<string, string>, name: string) =>
  fetch(`${server.url}/trpc/entries.tag.create`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ json: { fields: { name } } }),
  });

describe("a client with a key", () => {
  test("sees drafts with scope read, and changes nothing", async () => {
    await press.entries.tag.create({ fields: { name: "Draft" } });
    const program = createClient({ url: server.url, apiKey: readKey });
    expect((await program.entries.tag.list({})).items.map(({ title }) => title)).toContain("Draft");
    const refused = await safe(program.entries.tag.create({ fields: { name: "x" } }));
    expect(refused).toMatchObject({ ok: false, error: { code: "NOT_ALLOWED" } });
  });

  test("publishes and uploads with scope write", async () => {
    const program = createClient({ url: server.url, apiKey: writeKey });
    const tag = await program.entries.tag.create({ fields: { name: "Made by a program" } });
    await program.entries.tag.publish({ id: tag.id, expectedVersion: 1 });
    expect((await program.content.tag.get({ slug: "made-by-a-program" })).name).toBe("Made by a program");
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    const asset = await program.upload(new Blob([new Uint8Array(png)], { type: "image/png" }));
    expect(asset).toMatchObject({ width: 9, height: 9 });
    const reader = createClient({ url: server.url, apiKey: readKey });
    expect(await safe(reader.upload(new Blob(["x"])))).toMatchObject({ error: { code: "NOT_ALLOWED" } });
  });
});

describe("a key that is none is refused, also by reads that need none", () => {
  test.each([
    ["mistyped", () => bearer("lp_mistyped")],
    ["one letter longer", () => bearer(`${readKey}a`)],
    ["of another shape", () => bearer("eyJhbGciOi")],
    ["empty", () => ({ authorization: "Bearer " })],
    ["not there at all", () => ({ authorization: "bearer" })],
  ])("%s", async (_what, headers) => {
    const response = await read(headers());
    expect(response.status).toBe(401);
    const { error } = (await response.json()) as { error: { json: { data: object } } };
    expect(error.json.data).toEqual({
      code: "API_KEY_INVALID",
      httpStatus: 401,
      requestId: response.headers.get("x-request-id"),
      details: {},
    });
  });

  test("expired or revoked", async () => {
    const system = { kind: "system", name: "test" } as const;
    const past = { ...server.deps, clock: () => new Date(Date.now() - 48 * 60 * 60 * 1000) };
    const expired = await createApiKey(past, system, { name: "x", scope: "write", expiresInDays: 1 });
    const revoked = await createApiKey(server.deps, system, { name: "x", scope: "write" });
    expect((await read(bearer(revoked.token))).status).toBe(200);
    await revokeApiKey(server.deps, system, { id: revoked.key.id });
    for (const { token } of [expired, revoked]) {
      expect(await codeOf(await read(bearer(token)))).toBe("API_KEY_INVALID");
      expect(await codeOf(await createTag(bearer(token), "x"))).toBe("API_KEY_INVALID");
      const upload = await fetch(`${server.url}/uploads`, {
        method: "POST",
        headers: { ...bearer(token), "content-type": "image/png" },
        body: "x",
      });
      expect([upload.status, await codeOf(upload)]).toEqual([401, "API_KEY_INVALID"]);
    }
  });

  test("but what another scheme carries is not ours to judge", async () => {
    expect((await read({ authorization: "Basic c3RhZ2luZzpzZWNyZXQ=" })).status).toBe(200);
  });
});

describe("a request with a key", () => {
  test("never uses the session of a cookie that came along, nor renews it", async () => {
    // In its second half a session is renewed by its next use.
    const soon = new Date(Date.now() + 24 * 60 * 60 * 1000);
    await server.deps.db.session.updateMany({ data: { expiresAt: soon } });
    const response = await createTag({ ...bearer(readKey), cookie: press.cookie() }, "By cookie");
    expect([response.status, await codeOf(response)]).toEqual([403, "NOT_ALLOWED"]);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect((await server.deps.db.session.findFirstOrThrow()).expiresAt).toEqual(soon);
    const wrong = await createTag({ ...bearer("lp_x"), cookie: press.cookie() }, "By cookie");
    expect(await codeOf(wrong)).toBe("API_KEY_INVALID");
  });

  test("never starts or ends a session", async () => {
    for (const path of ["auth.signIn", "auth.signOut"]) {
      const response = await fetch(`${server.url}/trpc/${path}`, {
        method: "POST",
        headers: { ...bearer(writeKey), cookie: press.cookie(), "content-type": "application/json" },
        body: "{}",
      });
      expect(await codeOf(response)).toBe("NOT_ALLOWED");
      expect(response.headers.get("set-cookie")).toBeNull();
    }
    expect(await press.auth.me()).not.toBeNull();
  });

  test("may come from a page of any site, and a browser is told so, but never to add cookies", async () => {
    const page = { origin: "https://app.example", "sec-fetch-site": "cross-site" };
    for (const path of ["/trpc/entries.tag.create", "/uploads?filename=a.png"]) {
      const preflight = await fetch(server.url + path, { method: "OPTIONS", headers: page });
      expect(preflight.status).toBe(204);
      expect(Object.fromEntries(preflight.headers)).toMatchObject({
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET, HEAD, POST",
        "access-control-allow-headers": "authorization, content-type, letterpress-preview",
      });
      expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
    }
    const accepted = await createTag({ ...page, ...bearer(writeKey) }, "From elsewhere");
    expect(accepted.status).toBe(200);
    expect(accepted.headers.get("access-control-allow-origin")).toBe("*");
    expect(accepted.headers.get("access-control-allow-credentials")).toBeNull();
    const withCookie = await createTag({ ...page, cookie: press.cookie() }, "By cookie");
    expect(await codeOf(withCookie)).toBe("CROSS_ORIGIN");
    const basic = await createTag({ ...page, cookie: press.cookie(), authorization: "Basic eDp5" }, "x");
    expect(await codeOf(basic)).toBe("CROSS_ORIGIN");
  });
});

test("guesses are slowed down, and the programs beside whoever guesses go on", async () => {
  await using guessed = await startTestApp();
  const owner = await signedInClient(guessed.url);
  const { token } = await owner.apiKeys.create({ name: "x", scope: "read" });
  const { token: guessable } = await owner.apiKeys.create({ name: "y", scope: "read" });
  const status = async (key: string) =>
    (await fetch(`${guessed.url}/trpc/content.tag.list`, { headers: bearer(key) })).status;
  expect(await status(token)).toBe(200);
  const statuses = [];
  for (let count = 0; count < 22; count++) statuses.push(await status(`lp_${count}`));
  expect(statuses).toEqual([...Array(20).fill(401), 429, 429]);
  expect(await status(guessable)).toBe(429);
  expect(await status(token)).toBe(200);
});

test("every answer names the content model, for pages of other sites too", async () => {
  const hash = modelHash(server.deps.model);
  const answers = [
    await read({}),
    await read(bearer("lp_mistyped")),
    await fetch(`${server.url}/trpc/no.such`),
    await createTag({}, "x"),
  ];
  for (const { headers } of answers) {
    expect(headers.get("letterpress-model")).toBe(hash);
    expect(headers.get("access-control-expose-headers")).toBe("letterpress-model");
  }
});
