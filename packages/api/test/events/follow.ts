import { contentModel } from "@letterpress/content/content-model";
import { isTrackedEnvelope } from "@trpc/server";
import type { Actor } from "../../src/access/actor.ts";
import { createAppRouter } from "../../src/app-router.ts";
import type { StreamInput, StreamMessage } from "../../src/events/event-stream.ts";
import { contextOf, type TestApi } from "../test-api.ts";

const router = createAppRouter(contentModel);

/** A stream that a test takes messages from, one by one. */
export async function follow(
  api: TestApi,
  actor: Actor,
  input: StreamInput = {},
  token: string | null = null,
) {
  const end = new AbortController();
  const caller = router.createCaller(contextOf(api.deps, actor, { token }), { signal: end.signal });
  const stream = (await caller.events.subscribe(input)) as AsyncIterable<unknown>;
  const iterator = stream[Symbol.asyncIterator]();
  const next = async () => {
    const { done, value } = await iterator.next();
    if (done) throw new Error("The stream has ended.");
    const [id, message] = isTrackedEnvelope(value) ? [String(value[0]), value[1]] : [null, value];
    return { id, message: message as StreamMessage };
  };
  return {
    next,
    /** The names and titles of the next events, without what lies between. */
    async events(count: number): Promise<string[]> {
      const names: string[] = [];
      while (names.length < count) {
        const { message } = await next();
        if (message.kind === "event")
          names.push([message.event.name, message.event.entry?.title].filter(Boolean).join(" "));
      }
      return names;
    },
    /** The next list of names of those who are there. */
    async people(): Promise<string[]> {
      for (;;) {
        const { message } = await next();
        if (message.kind === "presence") return message.people.map(({ name }) => name);
      }
    },
    async [Symbol.asyncDispose]() {
      end.abort();
      for (;;) if ((await iterator.next()).done) return;
    },
  };
}
