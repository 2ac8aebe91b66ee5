import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Admission, createAdmission } from "../../src/admission/admission.ts";
import { limits } from "../../src/admission/kind-of-work.ts";

let admission: Admission;
let begun: { url: string; response: ServerResponse }[] = [];
let server: ReturnType<typeof createServer>;
let url = "";
/** Requests that have come and are not answered. */
let open = new Set<ServerResponse>();

beforeEach(async () => {
  admission = createAdmission();
  begun = [];
  const here = new Set<ServerResponse>();
  open = here;
  server = createServer((request, response) => {
    here.add(response);
    response.once("close", () => here.delete(response));
    admission.admit(request, response, () => begun.push({ url: request.url ?? "", response }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const { atOnce, queue } = limits.readers;

/** Asks so often for a page, each time by another address; nobody answers before the test does. */
async function fill(count: number, options: RequestInit = {}) {
  const leave = new AbortController();
  const before = begun.length;
  const answers = Array.from({ length: count }, (_, index) =>
    fetch(`${url}/page-${index}`, { ...options, signal: leave.signal }).catch(() => undefined),
  );
  await vi.waitFor(() => expect(begun.length - before).toBe(Math.min(count, atOnce)), { timeout: 10_000 });
  return { leave, answers };
}

test("a crowd is turned away at once, in the form of the route, without its bodies being read", async () => {
  const { leave } = await fill(atOnce + queue);
  await vi.waitFor(async () => expect((await fetch(`${url}/more`)).status).toBe(503));
  const page = await fetch(`${url}/more`);
  expect(page.headers.get("retry-after")).toBe("1");
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  expect(page.headers.get("cache-control")).toBe("private, no-store");
  expect(await page.text()).toContain("not available");

  const call = await fetch(`${url}/trpc/content.article.list`);
  expect(call.status).toBe(503);
  expect(call.headers.get("access-control-allow-origin")).toBe("*");
  const requestId = call.headers.get("x-request-id");
  const data = { code: "BUSY", httpStatus: 503, requestId, details: {} };
  expect(await call.json()).toEqual({
    error: { json: { message: expect.stringContaining("try again"), code: -32603, data } },
  });
  expect(begun).toHaveLength(atOnce);
  leave.abort();
});

test("readers shut out neither editors nor those who sign in, files nor the health check", async () => {
  const { leave } = await fill(atOnce + queue);
  const known = { cookie: "letterpress-3000=known" };
  admission.callers.remember({ headers: known } as never);
  const asked = [
    ["GET", "/trpc/entries.article.list", known],
    ["GET", "/trpc/entries.article.list", { authorization: "Bearer lp_seen-never" }],
    ["POST", "/trpc/auth.signIn", {}],
    ["POST", "/uploads?filename=a", known],
    ["GET", "/media/x/640.webp", {}],
    ["GET", "/studio/articles", {}],
    ["GET", "/healthz", {}],
    ["GET", "/readyz", {}],
  ] as const;
  for (const [method, path, headers] of asked)
    void fetch(url + path, { method, headers }).catch(() => undefined);
  await vi.waitFor(() => expect(begun.slice(atOnce).map((one) => one.url)).toHaveLength(asked.length));
  leave.abort();
});

test("made-up cookies and keys shut out nobody who is known", async () => {
  const key = { authorization: "Bearer lp_known" };
  admission.callers.remember({ headers: key } as never);
  const strangers = limits.strangers;
  for (let i = 0; i < strangers.atOnce + strangers.queue + 10; i++)
    void fetch(`${url}/trpc/entries.article.list`, { headers: { cookie: `letterpress-3000=${i}` } }).catch(
      () => undefined,
    );
  await vi.waitFor(() => expect(begun).toHaveLength(strangers.atOnce), { timeout: 10_000 });
  void fetch(`${url}/trpc/entries.article.list`, { headers: key }).catch(() => undefined);
  await vi.waitFor(() => expect(begun).toHaveLength(strangers.atOnce + 1), { timeout: 10_000 });
});

test("whoever waits begins when another's answer is made, in turn, and not at all when they have gone", async () => {
  const first = await fill(atOnce);
  const gone = new AbortController();
  const left = fetch(`${url}/gone`, { signal: gone.signal }).catch(() => "left");
  await vi.waitFor(() => expect(open.size).toBe(atOnce + 1), { timeout: 10_000 });
  const next = fetch(`${url}/next`).catch(() => undefined);
  await vi.waitFor(() => expect(open.size).toBe(atOnce + 2), { timeout: 10_000 });
  gone.abort();
  await left;
  await vi.waitFor(() => expect(open.size).toBe(atOnce + 1), { timeout: 10_000 });
  begun[0]?.response.end("done");
  await vi.waitFor(() => expect(begun.at(-1)?.url).toBe("/next"));
  begun.at(-1)?.response.end("next");
  expect(await (await next)?.text()).toBe("next");
  first.leave.abort();
});

/** The status that somebody is answered within 50 milliseconds; throws where there is none. */
const late = () => fetch(`${url}/late`, { signal: AbortSignal.timeout(50) }).then(({ status }) => status);

test("a short queue takes others in, however long its first has waited", async () => {
  const { leave } = await fill(atOnce);
  const since = performance.now();
  const waiting = fetch(`${url}/waiting`).catch(() => undefined);
  while (performance.now() - since < 500) await expect(late()).rejects.toThrow("timeout");
  expect((await waiting)?.status).toBe(503);
  leave.abort();
});

test("who has waited in vain is turned away, and a long queue that stands still takes nobody in", async () => {
  const { leave } = await fill(atOnce * 5);
  const since = performance.now();
  const waiting = fetch(`${url}/waiting`).catch(() => undefined);
  await vi.waitFor(async () => expect(await late()).toBe(503), { timeout: 900, interval: 20 });
  expect(performance.now() - since).toBeLessThan(900);
  expect((await waiting)?.status).toBe(503);
  leave.abort();
  // Everybody has gone: there is room.
  await vi.waitFor(() => {
    void fetch(`${url}/again`).catch(() => undefined);
    expect(begun.at(-1)?.url).toBe("/again");
  });
});

test("requests that a connection sends behind one that is not answered give their places back when it ends", async () => {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write("GET /one HTTP/1.1\r\nHost: a\r\n\r\n".repeat(atOnce));
  await vi.waitFor(() => expect(begun).toHaveLength(atOnce), { timeout: 10_000 });
  socket.destroy();
  const { leave } = await fill(atOnce);
  leave.abort();
});

test("a reader who takes nothing of an answer has no place that others wait for", async () => {
  const { leave } = await fill(atOnce - 1);
  const socket = connect(Number(new URL(url).port), "127.0.0.1").pause();
  socket.write("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
  await vi.waitFor(() => expect(begun).toHaveLength(atOnce), { timeout: 10_000 });
  const large = begun.at(-1)?.response;
  large?.end(Buffer.alloc(20 * 1024 * 1024));
  void fetch(`${url}/next`).catch(() => undefined);
  await vi.waitFor(() => expect(begun.at(-1)?.url).toBe("/next"), { timeout: 500 });
  expect(large?.writableFinished).toBe(false);
  socket.destroy();
  leave.abort();
});

test("answers that nobody takes end when they are too many, the oldest first", async () => {
  const body = Buffer.alloc(10 * 1024 * 1024);
  const idle = Array.from({ length: 4 }, (_, index) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.pause();
    socket.write(`GET /large-${index} HTTP/1.1\r\nHost: a\r\n\r\n`);
    return socket;
  });
  await vi.waitFor(() => expect(begun).toHaveLength(idle.length), { timeout: 10_000 });
  const sorted = begun.toSorted((a, b) => a.url.localeCompare(b.url));
  for (const { response } of sorted) response.end(body);
  await vi.waitFor(() =>
    expect(sorted.map(({ response }) => response.destroyed)).toEqual([true, false, false, false]),
  );
  for (const socket of idle) socket.destroy();
});
