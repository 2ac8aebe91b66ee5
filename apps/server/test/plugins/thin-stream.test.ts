import { mkdtemp, rm } from "node:fs/promises";
import { type ClientRequest, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Deps } from "@letterpress/api/deps";
import { emit } from "@letterpress/db/events";
import { createTestDatabase, type TestDatabase } from "@letterpress/db/testing/create-test-database";
import { withTx } from "@letterpress/db/with-tx";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createDeps } from "../../src/deps.ts";
import { ownContent } from "../../src/own-content.ts";
import { publicationRouter } from "../../src/publication-router.ts";
import { askedStream } from "../../src/thin-stream/asked-stream.ts";
import { type Asked, type BothRoutes, startBoth } from "./both-routes.ts";
import { fillPublication } from "./fill-publication.ts";
import { raw, target } from "./hostile-addresses.ts";

/** Under the load of other tests it may take a while. */
const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 10_000 });

const path = "events.subscribe";
const router = publicationRouter(ownContent.model);
const ping = router._def._config.sse?.ping ?? { enabled: false };
const pingEvery = ping.intervalMs;

let database: TestDatabase;
let dataDir: string;
let deps: Deps;
let both: BothRoutes;
let filled: Awaited<ReturnType<typeof fillPublication>>;
let withKey: Record<string, string>;
beforeAll(async () => {
  // So often that a test need not wait for it.
  ping.intervalMs = 100;
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), "letterpress-thin-"));
  deps = createDeps(database, { dataDir, publicUrl: "http://localhost:3000" });
  filled = await fillPublication(deps, router);
  withKey = filled.callers["an API key"] ?? {};
  both = await startBoth({ deps, router });
});
afterAll(async () => {
  await both[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
  Object.assign(ping, { intervalMs: pingEvery });
});

const open: ClientRequest[] = [];
afterEach(async () => {
  for (const request of open.splice(0)) request.destroy();
  await eventually(async () => expect(await deps.db.presence.count()).toBe(0));
});

const pinged = "event: ping\ndata: \n\n\n";

/** What a server sends on a stream, as it comes; pings come when they come. */
function listen(port: number, { target, headers = {} }: Asked) {
  const heard = { headers: {} as Record<string, unknown>, text: "", pings: 0 };
  const request = get({ port, host: "127.0.0.1", path: target, headers, agent: false }, (answer) => {
    const { date: _date, "x-request-id": _id, ...others } = answer.headers;
    heard.headers = others;
    answer.on("error", () => undefined).setEncoding("utf8");
    let text = "";
    answer.on("data", (more: string) => {
      text += more;
      const parts = text.split(pinged);
      heard.pings = parts.length - 1;
      heard.text = parts.join("");
    });
  });
  request.on("error", () => undefined);
  open.push(request);
  return heard;
}

/** Opens a stream of each server; `told` waits until both have sent this, and says everything that they have in common. */
function listenToBoth(asked: Asked) {
  const [ours, stock] = [listen(both.oursPort, asked), listen(both.stockPort, asked)];
  return {
    ours,
    stock,
    async told(what: string): Promise<string> {
      await eventually(() => {
        for (const { text } of [ours, stock]) expect(text).toContain(what);
        expect(ours).toMatchObject({ headers: stock.headers, text: stock.text });
      });
      return ours.text;
    },
  };
}

const newTag = async (name: string) => {
  const address = target("entries.tag.create");
  const body = JSON.stringify({ json: { fields: { name } } });
  const headers = {
    ...filled.callers.editor,
    "content-type": "application/json",
    origin: "http://localhost:3000",
  };
  const { status } = await fetch(`http://127.0.0.1:${both.oursPort}${address}`, {
    method: "POST",
    headers,
    body,
  });
  expect(status).toBe(200);
};
const position = 'data: {"json":{"kind":"position"}}\nid: ';

describe("a stream is sent in the bytes of tRPC's own adapter", () => {
  test("from now on, with what happens", async () => {
    for (const headers of [withKey, filled.callers.owner ?? {}]) {
      const stream = listenToBoth({ target: target(path), headers });
      const first = await stream.told(position);
      expect(first).toMatch(/^event: connected\ndata: \{"reconnectAfterInactivityMs":40000\}\n\n\n/);
      await newTag("Schön & “neu”");
      await stream.told("Schön & “neu”");
      await newTag("Second");
      const text = await stream.told('"Second"');
      expect(text).toContain('"meta":{"values":{"event.at":["Date"]}');
    }
  });

  test.each<[how: string, asked: (id: string) => Asked]>([
    ["the input", (id) => ({ target: target(path, { lastEventId: id }) })],
    ["a header", (id) => ({ target: target(path), headers: { "last-event-id": id } })],
    ["both", (id) => ({ target: target(path, { lastEventId: "1" }), headers: { "last-event-id": id } })],
  ])("after an id that %s names", async (_how, asked) => {
    const { items } = await listEvents();
    const { target, headers } = asked(items[2]?.id ?? "");
    const stream = listenToBoth({ target, headers: { ...headers, ...withKey } });
    const text = await stream.told(`id: ${items[0]?.id}\n`);
    expect(text).not.toContain(position);
    await newTag("After it");
    expect(await stream.told('"After it"')).toContain(`id: ${items[1]?.id}\n`);
  });

  test.each<[how: string, asked: (id: string) => [input: object, headers: object], restores: boolean]>([
    ["from now on", () => [{}, {}], true],
    ["after an id in a header", (id) => [{}, { "last-event-id": id }], true],
    ["after an id in the input", (id) => [{ lastEventId: id }, {}], false],
  ])("with who is at an entry, %s, and still resumes from the last event", async (_how, asked, restores) => {
    const watching = { type: "tag", id: filled.ids.tag };
    const { items } = await listEvents();
    const [input, headers] = asked(items[0]?.id ?? "");
    const stream = listenToBoth({
      target: target(path, { ...input, watching }),
      headers: { ...withKey, ...headers },
    });
    await stream.told('"people":[]');
    listen(both.oursPort, { target: target(path, { watching }), headers: filled.callers.owner ?? {} });
    const text = await stream.told('"name":"owner"');
    expect(text.includes("event: restore-id\n")).toBe(restores);
  });

  test("with pings while nothing happens", async () => {
    const { ours, stock } = listenToBoth({ target: target(path), headers: withKey });
    await eventually(() => {
      for (const { pings } of [ours, stock]) expect(pings).toBeGreaterThan(2);
    });
  });

  test("to somebody who is told nothing for long, with where they are", async () => {
    const stream = listenToBoth({ target: target(path), headers: withKey });
    const start = await stream.told(position);
    await withTx(deps.db, async (tx) => {
      for (let i = 0; i < 510; i++)
        emit(tx, { kind: "nobody" }, { name: "user.signedIn", userId: filled.ids.tag });
    });
    await eventually(() => expect(stream.ours.text.length).toBeGreaterThan(start.length));
    expect((await stream.told(position)).slice(start.length)).toMatch(/^data: .*position.*\nid: \d+\n\n\n$/);
  });
});

async function listEvents(): Promise<{ items: { id: string }[] }> {
  const address = `http://127.0.0.1:${both.oursPort}${target("events.list", { limit: 5 })}`;
  const answer = (await (await fetch(address, { headers: filled.callers.owner ?? {} })).json()) as {
    result: { data: { json: { items: { id: string }[] } } };
  };
  return answer.result.data.json;
}

describe("a stream that cannot be is refused in the same bytes", () => {
  const nobody = {};
  const missing = { type: "tag", id: "01890000-0000-7000-8000-000000000001" };
  test.each<[code: string, what: string, asked: () => Asked]>([
    ["NOT_SIGNED_IN", "nobody", () => ({ target: target(path), headers: nobody })],
    ["NOT_SIGNED_IN", "a broken input of nobody", () => ({ target: raw(path, "[1]"), headers: nobody })],
    [
      "API_KEY_INVALID",
      "a key that is none",
      () => ({ target: target(path), headers: { authorization: "Bearer lp_x" } }),
    ],
    [
      "BAD_INPUT",
      "an id that is none",
      () => ({ target: target(path, { lastEventId: "x" }), headers: withKey }),
    ],
    [
      "BAD_INPUT",
      "an id that is too long, in a header",
      () => ({ target: target(path), headers: { ...withKey, "last-event-id": "9".repeat(30) } }),
    ],
    [
      "BAD_INPUT",
      "a header that is no id",
      () => ({ target: target(path), headers: { ...withKey, "last-event-id": "a b" } }),
    ],
    [
      "BAD_INPUT",
      "a parameter that is no id",
      () => ({ target: `${target(path)}?lastEventId=x`, headers: withKey }),
    ],
    ["BAD_INPUT", "more than there is", () => ({ target: target(path, { more: 1 }), headers: withKey })],
    ["BAD_INPUT", "no envelope", () => ({ target: raw(path, '"a"'), headers: withKey })],
    [
      "BAD_INPUT",
      "a list, and an id in a header",
      () => ({ target: target(path, [1]), headers: { ...withKey, "last-event-id": "1" } }),
    ],
    [
      "BAD_INPUT",
      "a kind that is not accepted",
      () => ({ target: raw(path, '{"json":{},"meta":{"values":{"a":["Map"]}}}'), headers: withKey }),
    ],
    [
      "ENTRY_MISSING",
      "an entry that is none",
      () => ({ target: target(path, { watching: missing }), headers: withKey }),
    ],
  ])("%s: %s", async (code, _what, asked) => {
    const { body } = await both.same(asked());
    expect(body).toContain(`"code":"${code}"`);
  });

  test("whatever else is asked at its address", async () => {
    for (const more of [
      "?batch=1",
      "?connectionParams={}",
      "?connectionParams=x",
      "?input=%7B",
      "?Last-Event-Id=1",
    ])
      await both.same({ target: `/trpc/${path}${more}`, headers: nobody });
    for (const headers of [
      { "trpc-accept": "application/jsonl" },
      { accept: "application/jsonl" },
      { "content-type": "text/plain" },
    ])
      await both.same({ target: target(path), headers: headers as Record<string, string> });
    for (const method of ["HEAD", "POST", "PUT"]) await both.same({ target: target(path), method });
  });
});

test("only what is surely one stream is taken from tRPC's own adapter", () => {
  const subscriptions = new Set([path]);
  const request = (url: string, headers = {}, more = {}) =>
    ({ method: "GET", httpVersion: "1.1", url, headers, ...more }) as never;
  const asked = (...of: Parameters<typeof request>) => askedStream(subscriptions, request(...of));
  expect(asked(target(path))).toEqual({ path, input: undefined, lastEventId: undefined });
  expect(asked(target(path, { a: 1 }), { "last-event-id": "7" })).toEqual({
    path,
    input: { json: { a: 1 } },
    lastEventId: "7",
  });
  for (const more of [
    "?batch=1",
    "?connectionParams={}",
    "?lastEventId=1",
    "?%6castEventId=1",
    "?Last-Event-Id=1",
  ])
    expect(asked(`/trpc/${path}${more}`)).toBeNull();
  for (const headers of [
    { "last-event-id": "a" },
    { "last-event-id": "" },
    { "trpc-accept": "x" },
    { host: "a b" },
  ])
    expect(asked(target(path), headers)).toBeNull();
  expect(asked(target(path), {}, { httpVersion: "1.0" })).toBeNull();
  expect(asked(target(path), {}, { method: "POST" })).toBeNull();
});
