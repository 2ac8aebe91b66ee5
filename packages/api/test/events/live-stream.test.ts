import { isTrackedEnvelope } from "@trpc/server";
import { expect, test } from "vitest";
import { type Listener, liveStream } from "../../src/events/live-stream.ts";

/** A stream that a test tells what to tell. */
function stream() {
  const state = { listener: undefined as Listener<string> | undefined, resumed: 0, stopped: 0 };
  const end = new AbortController();
  const live = liveStream<string>((listener) => {
    state.listener = listener;
    return { resume: () => void state.resumed++, stop: () => void state.stopped++ };
  }, end.signal);
  return { state, end, iterator: live[Symbol.asyncIterator]() as AsyncGenerator<unknown, void> };
}

test("who iterates gets what is told, and asks for more only when nothing is left", async () => {
  const { state, iterator } = stream();
  const first = iterator.next();
  expect(state.listener?.tell("one", "1")).toBe(false);
  state.listener?.tell("two");
  const { value } = await first;
  expect(isTrackedEnvelope(value) && [value[1], value[0]]).toEqual(["one", "1"]);
  const asked = state.resumed;
  expect((await iterator.next()).value).toBe("two");
  expect(state.resumed).toBe(asked);
  const third = iterator.next();
  expect(state.resumed).toBe(asked + 1);
  state.listener?.tell("three");
  expect((await third).value).toBe("three");
});

test("an error comes after everything that was told before it", async () => {
  const { state, iterator } = stream();
  const first = iterator.next();
  state.listener?.tell("one");
  state.listener?.end(new Error("Over."));
  expect((await first).value).toBe("one");
  await expect(iterator.next()).rejects.toThrow("Over.");
  expect(state.stopped).toBe(1);
});

test("who takes no more, and who is told to end, stops what tells", async () => {
  const taken = stream();
  const first = taken.iterator.next();
  taken.state.listener?.tell("one");
  await first;
  await taken.iterator.return();
  expect(taken.state.stopped).toBe(1);
  const waiting = stream();
  const next = waiting.iterator.next();
  waiting.end.abort();
  expect((await next).done).toBe(true);
  expect(waiting.state.stopped).toBe(1);
});
