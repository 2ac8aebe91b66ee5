import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClient } from "../src/create-client.ts";

const halfMinute = 30_000;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Answers a connection. */
type Answer = (connection: number, signal: AbortSignal) => Response;

/** A stream that says one thing, and ends after some milliseconds. */
function stream(milliseconds: number, signal: AbortSignal): Response {
  const message = { json: { kind: "presence", entryId: "1", people: [] } };
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(message)}\n\n`));
      const cut = () => controller.error(signal.reason);
      signal.addEventListener("abort", cut);
      setTimeout(() => {
        signal.removeEventListener("abort", cut);
        if (!signal.aborted) controller.close();
      }, milliseconds);
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

/** Follows the events for half a minute. Gives the number of connections and of messages, and what ended it. */
async function followed(answer: Answer) {
  const seen = { connections: 0, messages: 0, refusal: null as unknown };
  const end = new AbortController();
  const press = createClient({
    url: "http://press.test",
    fetch: async (_, init) => answer(++seen.connections, init?.signal as AbortSignal),
  });
  const following = (async () => {
    for await (const _ of press.events.subscribe({}, { signal: end.signal })) seen.messages++;
  })().catch((error: unknown) => {
    seen.refusal = error;
  });
  await vi.advanceTimersByTimeAsync(halfMinute);
  end.abort();
  await following;
  return seen;
}

test("streams that are closed after their first message are opened less and less often", async () => {
  const { connections, messages } = await followed((_, signal) => stream(10, signal));
  expect(messages).toBe(connections);
  expect(connections).toBeGreaterThan(5);
  expect(connections).toBeLessThan(12);
});

test("after a stream that lasted the next is opened at once", async () => {
  expect((await followed((_, signal) => stream(5_950, signal))).connections).toBe(5);
});

test.each([408, 429, 502])("an answer of %i to a subscription is tried again", async (status) => {
  const seen = await followed((connection, signal) =>
    connection < 3 ? new Response("Later.", { status }) : stream(halfMinute, signal),
  );
  expect(seen).toEqual({ connections: 3, messages: 1, refusal: null });
});

test("a refusal of the server's own is tried again where it says that there were too many requests", async () => {
  const json = { message: "Too many.", code: -32_029, data: { code: "RATE_LIMITED", httpStatus: 429 } };
  const seen = await followed((connection, signal) =>
    connection === 1 ? Response.json({ error: { json } }, { status: 429 }) : stream(halfMinute, signal),
  );
  expect(seen).toEqual({ connections: 2, messages: 1, refusal: null });
});

test("any other refusal ends the subscription", async () => {
  const seen = await followed(() => new Response("No.", { status: 403 }));
  expect(seen).toMatchObject({ connections: 1, messages: 0, refusal: { name: "TRPCClientError" } });
});
