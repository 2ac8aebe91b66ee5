import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedInClient, startTestApp, type TestApp } from "../test-app.ts";
import { owner } from "../test-owner.ts";

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server[Symbol.asyncDispose]());

const signIn = (headers: Record<string, string>) =>
  fetch(`${server.url}/trpc/auth.signIn`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ json: { email: owner.email, password: owner.password } }),
  });
const errorOf = async (response: Response) =>
  ((await response.json()) as { error: { json: { data: { code: string } } } }).error.json;

describe("a change asked for by a page", () => {
  test.each([
    ["of another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["of another host of the same site", { "sec-fetch-site": "same-site", origin: "http://other.localhost" }],
    ["of another site, by an old browser", { origin: "https://evil.example" }],
    ["of no site, by an old browser", { origin: "null" }],
  ])("%s is refused", async (_what, headers) => {
    const response = await signIn(headers);
    expect(response.status).toBe(403);
    expect((await errorOf(response)).data.code).toBe("CROSS_ORIGIN");
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  test("of another site is refused as a form too, where no permission to ask is needed", async () => {
    const response = await fetch(`${server.url}/trpc/auth.signOut`, {
      method: "POST",
      headers: { "sec-fetch-site": "cross-site", "content-type": "multipart/form-data; boundary=x" },
      body: "--x--",
    });
    expect(response.status).toBe(403);
  });

  test("of this publication is accepted, and so is a program that is no browser", async () => {
    expect((await signIn({ "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await signIn({ origin: "http://localhost:3000" })).status).toBe(200);
    expect((await signIn({})).status).toBe(200);
  });
});

describe("a page of somebody who is not signed in any more", () => {
  const meOf = async (headers: Record<string, string>) => {
    const { cookie } = await signedInClient(server.url);
    const response = await fetch(`${server.url}/trpc/auth.me`, { headers: { cookie: cookie(), ...headers } });
    return ((await response.json()) as { result: { data: { json: { id: string } | null } } }).result.data
      .json;
  };

  test("is nobody's, whoever has signed in since", async () => {
    const me = await meOf({});
    expect(await meOf({ "letterpress-user": me?.id ?? "" })).toEqual(me);
    expect(await meOf({ "letterpress-user": "01a207a7-8848-7028-8c07-da352405241d" })).toBeNull();
  });
});

describe("the session's cookie", () => {
  test("cannot be read by scripts, nor sent by other sites' forms", async () => {
    const cookie = (await signIn({})).headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^letterpress-3000=\w{40}; .*Path=\/; .*HttpOnly; SameSite=Lax$/);
  });

  test("over HTTPS is bound to the host and never travels in the clear", async () => {
    await using secure = await startTestApp({ publicUrl: "https://press.example.com" });
    const response = await secure.app.inject({
      method: "POST",
      url: "/trpc/auth.signIn",
      payload: { json: { email: owner.email, password: owner.password } },
    });
    expect(response.headers["set-cookie"]).toMatch(
      /^__Host-letterpress=\w{40}; .*Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  test("is taken back on signing out", async () => {
    const press = await signedInClient(server.url);
    expect(await press.auth.me()).toMatchObject({ email: owner.email, role: "owner" });
    await press.auth.signOut();
    expect(await press.auth.me()).toBeNull();
  });
});

describe("a request that would cost more than it should", () => {
  test.each([
    ["of eleven calls", `${"auth.me,".repeat(10)}auth.me`],
    ["of a thousand commas", ",".repeat(1000)],
  ])("as a batch %s is refused as a whole", async (_what, calls) => {
    const response = await fetch(`${server.url}/trpc/${calls}?batch=1`);
    expect([400, 404]).toContain(response.status);
    expect((await response.text()).length).toBeLessThan(10_000);
  });

  test("as a body of megabytes is refused", async () => {
    const response = await fetch(`${server.url}/trpc/auth.signIn`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ json: "x".repeat(3_000_000) }),
    });
    expect(response.status).toBe(413);
    expect(await errorOf(response)).toMatchObject({ data: { code: "PAYLOAD_TOO_LARGE", httpStatus: 413 } });
  });

  test.each([
    ["nested to exhaust the stack", `{"json":${"[".repeat(50_000)}${"]".repeat(50_000)}}`],
    ["a big integer", `{"json":{"n":"${"9".repeat(900_000)}"},"meta":{"values":{"n":["bigint"]}}}`],
    ["cyclic objects", `{"json":{"email":{}},"meta":{"referentialEqualities":[["email"]]}}`],
    ["no JSON", `{"json":`],
  ])("as %s is a plain 400", async (_what, body) => {
    const response = await fetch(`${server.url}/trpc/auth.signIn`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    expect(response.status).toBe(400);
  });
});

test("a batch of long lists is told to ask for less", async () => {
  const input = encodeURIComponent(
    JSON.stringify({ 0: { json: { limit: 100 } }, 1: { json: { limit: 100 } } }),
  );
  const response = await fetch(
    `${server.url}/trpc/content.article.list,content.article.list?batch=1&input=${input}`,
  );
  const codes = ((await response.json()) as { error?: { json: { data: { code: string } } } }[]).map(
    (answer) => answer.error?.json.data.code,
  );
  expect(codes).toEqual([undefined, "BAD_INPUT"]);
});

test("a change cannot be made by a link", async () => {
  expect((await fetch(`${server.url}/trpc/auth.signOut`)).status).toBe(405);
});

test("bad input answers with what to change, and no trace of the code", async () => {
  const response = await fetch(
    `${server.url}/trpc/content.article.list?input=${encodeURIComponent('{"json":{"limit":1000}}')}`,
  );
  expect(response.status).toBe(400);
  const text = await response.text();
  expect(text).not.toMatch(/node_modules|\.ts:|stack/);
  const { data } = JSON.parse(text).error.json;
  expect(data).toMatchObject({ code: "BAD_INPUT", details: { issues: [{ path: "limit" }] } });
  expect(data.requestId).toBe(response.headers.get("x-request-id"));
});

test("an unexpected error tells its request id and nothing else", async () => {
  const { db } = server.deps;
  await db.$executeRaw`ALTER TABLE redirect RENAME TO redirect_away`;
  const input = encodeURIComponent('{"json":{"slug":"never-was"}}');
  const response = await fetch(`${server.url}/trpc/content.tag.get?input=${input}`);
  await db.$executeRaw`ALTER TABLE redirect_away RENAME TO redirect`;
  expect(response.status).toBe(500);
  expect(await errorOf(response)).toMatchObject({
    message: expect.stringMatching(/^Internal error/),
    data: { code: "INTERNAL", requestId: response.headers.get("x-request-id"), details: {} },
  });
});

test("reads may be called from any page, without anybody's cookie", async () => {
  const read = await fetch(`${server.url}/trpc/content.article.list`, {
    headers: { origin: "https://app.example" },
  });
  expect(read.headers.get("access-control-allow-origin")).toBe("*");
  expect(read.headers.get("access-control-allow-credentials")).toBeNull();
});
