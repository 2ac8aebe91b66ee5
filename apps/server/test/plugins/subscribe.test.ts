import { once } from "node:events";
import { get, type IncomingMessage, request } from "node:http";
import type { Socket } from "node:net";
import { createClient, safe } from "@letterpress/client";
import { emit } from "@letterpress/db/events";
import { withTx } from "@letterpress/db/with-tx";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { signedInClient, startTestApp, type TestApp } from "../test-app.ts";

/** Under the load of other tests it may take a while. */
const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 10_000 });

let server: TestApp;
let press: Awaited<ReturnType<typeof signedInClient>>;
let apiKey: string;
beforeAll(async () => {
  server = await startTestApp();
  press = await signedInClient(server.url);
  apiKey = (await press.apiKeys.create({ name: "Follower", scope: "read" })).token;
});
afterAll(() => server[Symbol.asyncDispose]());

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
});
afterEach(async () => {
  end.abort();
  await eventually(async () => expect(await server.deps.db.presence.count()).toBe(0));
});

const newTag = (name: string) => press.entries.tag.create({ fields: { name } });

/** The titles of what a client is told of, as they come. */
function titlesOf(client: Pick<typeof press, "events">, input = {}) {
  const titles: string[] = [];
  const ended = (async () => {
    for await (const message of client.events.subscribe(input, { signal: end.signal }))
      if (message.kind === "event" && message.event.entry) titles.push(message.event.entry.title);
  })();
  return { titles, ended };
}

/** A request for a stream without a client; resolves with the head of the answer. */
const openStream = (headers: Record<string, string>) =>
  fetch(`${server.url}/trpc/events.subscribe`, { headers, signal: end.signal });
const withKey = () => ({ authorization: `Bearer ${apiKey}` });

describe("a client that subscribes", () => {
  test.each(["a cookie", "an API key"])("is told with %s what happens, until it has enough", async (how) => {
    const client = how === "a cookie" ? press : createClient({ url: server.url, apiKey });
    const begin = await newTag(`Begin ${how}`);
    const { items } = await press.events.list({ entryId: begin.id });
    const { titles, ended } = titlesOf(client, { lastEventId: items[0]?.id });
    await newTag(`One ${how}`);
    await newTag(`Two ${how}`);
    await eventually(() => expect(titles).toEqual([`One ${how}`, `Two ${how}`]));
    end.abort();
    await ended;
  });

  test("ends with the loop that it is in", async () => {
    const tag = await newTag("Watched");
    for await (const message of press.events.subscribe({ watching: { type: "tag", id: tag.id } })) {
      expect(message).toMatchObject({ kind: "presence", people: [{ name: expect.any(String) }] });
      break;
    }
    await eventually(async () => expect(await server.deps.db.presence.count()).toBe(0));
  });

  test("is told of everything, also where its connection is cut again and again", async () => {
    const { titles } = titlesOf({
      events: createClient({
        url: server.url,
        apiKey,
        fetch: (input, init) => {
          const cut = AbortSignal.timeout(40);
          return fetch(input, {
            ...init,
            signal: AbortSignal.any([cut, ...(init?.signal ? [init.signal] : [])]),
          });
        },
      }).events,
    });
    await eventually(async () => {
      await newTag("First");
      expect(titles).toContain("First");
    });
    const names = Array.from({ length: 30 }, (_, index) => `Tag ${index}`);
    for (const name of names) await newTag(name);
    await vi.waitFor(() => expect(titles.filter((title) => title.startsWith("Tag"))).toEqual(names), {
      timeout: 10_000,
    });
  });

  const nothing = { type: "tag", id: "01890000-0000-7000-8000-000000000001" };
  test.each([
    ["NOT_SIGNED_IN", "without signing in", () => undefined, {}],
    ["API_KEY_INVALID", "with a key that is none", () => "lp_none", {}],
    ["BAD_INPUT", "with an id that is none", () => apiKey, { lastEventId: "x" }],
    ["ENTRY_MISSING", "at an entry that is none", () => apiKey, { watching: nothing }],
  ])("is told %s %s", async (code, _how, key, input) => {
    const client = createClient({ url: server.url, apiKey: key() });
    const stream = client.events.subscribe(input)[Symbol.asyncIterator]();
    expect(await safe(stream.next())).toMatchObject({ ok: false, error: { code } });
  });

  test("is told where there is no Letterpress", async () => {
    const stream = createClient({ url: `${server.url}/nowhere` })
      .events.subscribe()
      [Symbol.asyncIterator]();
    expect(await safe(stream.next())).toMatchObject({ ok: false, error: { code: "UNREACHABLE" } });
  });
});

test("a stream is told not to be buffered or changed on its way", async () => {
  const { status, headers } = await openStream(withKey());
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/event-stream");
  expect(headers.get("x-accel-buffering")).toBe("no");
  expect(headers.get("cache-control")).toContain("no-transform");
});

test("people at an entry see each other come and go, on whatever server; keys see them unseen", async () => {
  const tag = await newTag("Two people");
  const watching = { type: "tag", id: tag.id };
  const people = async (stream: AsyncIterator<unknown>) => {
    const { value } = await stream.next();
    return (value as { people: { name: string }[] }).people.map(({ name }) => name);
  };
  const key = createClient({ url: server.url, apiKey }).events.subscribe(
    { watching },
    { signal: end.signal },
  );
  const byKey = key[Symbol.asyncIterator]();
  expect(await people(byKey)).toEqual([]);
  const leave = new AbortController();
  const byOwner = press.events.subscribe({ watching }, { signal: leave.signal })[Symbol.asyncIterator]();
  expect(await people(byOwner)).toHaveLength(1);
  expect(await people(byKey)).toHaveLength(1);
  const left = byOwner.next();
  leave.abort();
  expect(await people(byKey)).toEqual([]);
  expect((await left).done).toBe(true);
});

test("a connection that breaks ends its stream on the server", async () => {
  const tag = await newTag("Broken off");
  const input = encodeURIComponent(JSON.stringify({ json: { watching: { type: "tag", id: tag.id } } }));
  const sent = request(`${server.url}/trpc/events.subscribe?input=${input}`, {
    headers: { cookie: press.cookie() },
  });
  sent.on("error", () => undefined).end();
  await eventually(async () => expect(await server.deps.db.presence.count()).toBe(1));
  sent.destroy();
  await eventually(async () => expect(await server.deps.db.presence.count()).toBe(0));
});

test("open streams hold no connection of the database, and there is an end to how many", async () => {
  const streams = await Promise.all(Array.from({ length: 50 }, () => openStream(withKey())));
  for (const { headers } of streams) expect(headers.get("content-type")).toBe("text/event-stream");
  await Promise.all(Array.from({ length: 20 }, (_, index) => newTag(`Beside ${index}`)));
  const codeFor = async (client: Pick<typeof press, "events">) => {
    const tag = await newTag("Who is there");
    const leave = new AbortController();
    const watching = { type: "tag", id: tag.id };
    const result = await safe(
      client.events.subscribe({ watching }, { signal: leave.signal })[Symbol.asyncIterator]().next(),
    );
    leave.abort();
    return result.ok ? "OPEN" : result.error.code;
  };
  const follower = createClient({ url: server.url, apiKey });
  expect(await codeFor(follower)).toBe("TOO_MANY_STREAMS");
  // Others are not shut out, and neither is this one once its streams are closed.
  expect(await codeFor(press)).toBe("OPEN");
  end.abort();
  await eventually(async () => expect(await codeFor(follower)).toBe("OPEN"));
});

test("a client that takes nothing for a while misses nothing, and little of it waits in memory", async () => {
  const sockets: Socket[] = [];
  const keep = (socket: Socket) => void sockets.push(socket);
  server.app.server.on("connection", keep);
  const sent = get(`${server.url}/trpc/events.subscribe`, {
    headers: { cookie: press.cookie() },
    agent: false,
  });
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  server.app.server.off("connection", keep);
  const socket = sockets.find(({ remotePort }) => remotePort === answer.socket.localPort);
  const path = `/${"x".repeat(10_000)}`;
  for (let i = 0; i < 3; i++)
    await withTx(server.deps.db, async (tx) => {
      for (let j = 0; j < 500; j++)
        emit(tx, { kind: "system", name: "test" }, { name: "redirect.created", path, target: "/" });
    });
  // What the system has no room for waits here: a page of events would be 5 MB.
  await eventually(() => expect(socket?.writableLength).toBeGreaterThan(10_000));
  expect(socket?.writableLength).toBeLessThan(100_000);
  let ids = 0;
  for await (const chunk of answer.setEncoding("utf8")) {
    ids += chunk.split("\nid: ").length - 1;
    // The first one is where the stream begins.
    if (ids === 1_501) break;
  }
  expect(ids).toBe(1_501);
});

test("a stop waits for no stream", async () => {
  const stopping = await startTestApp();
  const owner = await signedInClient(stopping.url);
  const tag = await owner.entries.tag.create({ fields: { name: "Last" } });
  const stream = owner.events.subscribe({ watching: { type: "tag", id: tag.id } }, { signal: end.signal });
  const iterator = stream[Symbol.asyncIterator]();
  await iterator.next();
  void iterator.next();
  const before = performance.now();
  await stopping.app.close();
  expect(performance.now() - before).toBeLessThan(1_000);
  await eventually(async () => expect(await stopping.deps.db.presence.count()).toBe(0));
  end.abort();
  await stopping[Symbol.asyncDispose]();
});
