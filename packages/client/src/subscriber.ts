import { TRPCClientError } from "@trpc/client";
import { createParser, type EventSourceMessage } from "eventsource-parser";
import type { SuperJSONResult } from "superjson";
import { transformer } from "./transformer.ts";

interface Connection {
  base: string;
  headers: Record<string, string>;
  request: typeof globalThis.fetch;
}

export interface SubscribeOptions {
  /** Ends the subscription, and with it the iteration, without an error. */
  signal?: AbortSignal | undefined;
}

/** Milliseconds without a word after which a connection is taken for dead. The server speaks every 15 seconds. */
const patience = 40_000;
/** Milliseconds after which a connection that ends is no failure: what opens none for longer is asked less and less often. */
const lasting = 5_000;
/** Longest pause before the next attempt to connect, in milliseconds. */
const longestPause = 10_000;

/**
 * Makes the function that follows a subscription of the server. What it gives goes on through lost connections and
 * stopped servers: it connects again and goes on after the last message, for as long as it takes. It throws what
 * another attempt would not mend: nobody is signed in any more, say.
 */
export function subscriber({ base, headers, request }: Connection) {
  return async function* subscribe(
    path: string,
    input: unknown,
    { signal }: SubscribeOptions = {},
  ): AsyncGenerator<unknown, void> {
    let resumed = input;
    let failures = 0;
    while (!signal?.aborted) {
      const since = Date.now();
      try {
        const query = new URLSearchParams({ input: JSON.stringify(transformer.serialize(resumed)) });
        for await (const { id, data } of connect(`${base}/trpc/${path}?${query}`, signal)) {
          if (id) resumed = { ...(input as object), lastEventId: id };
          const message = transformer.deserialize(JSON.parse(data)) as { kind: string };
          // Tells nothing but its id.
          if (message.kind !== "position") yield message;
        }
      } catch (error) {
        if (error instanceof TRPCClientError && !signal?.aborted) throw error;
      }
      // Whatever it told: a proxy may let the first words through and close each stream.
      failures = Date.now() - since > lasting ? 0 : failures + 1;
      await pause(failures, signal);
    }
  };

  /** The messages of one connection. Throws a `TRPCClientError` where another would fare no better. */
  async function* connect(url: string, signal?: AbortSignal): AsyncGenerator<EventSourceMessage, void> {
    const connection = new AbortController();
    const end = () => connection.abort();
    signal?.addEventListener("abort", end);
    const within = async <T>(answer: Promise<T>): Promise<T> => {
      const timer = setTimeout(end, patience);
      try {
        return await answer;
      } finally {
        clearTimeout(timer);
      }
    };
    try {
      const accept = "text/event-stream";
      const response = await within(
        request(url, { headers: { accept, ...headers }, signal: connection.signal }),
      );
      if (!response.body || !response.headers.get("content-type")?.startsWith(accept))
        throw await refusalOf(response);
      const come: EventSourceMessage[] = [];
      const parser = createParser({ onEvent: (message) => void come.push(message) });
      const decoder = new TextDecoder();
      const reader = response.body.getReader();
      for (;;) {
        const { done, value } = await within(reader.read());
        if (done) return;
        parser.feed(decoder.decode(value, { stream: true }));
        for (const message of come.splice(0)) {
          if (message.event === "serialized-error") throw errorOf(JSON.parse(message.data));
          // Others are the connection's own: it is there, it lives.
          if (message.event === undefined) yield message;
        }
      }
    } finally {
      signal?.removeEventListener("abort", end);
      end();
    }
  }
}

/** What stands in between may answer in the server's stead: then only an error of its own passes. */
async function refusalOf(response: Response): Promise<Error> {
  const { error } = (await response.json().catch(() => ({}))) as { error?: SuperJSONResult };
  if (error?.json) return errorOf(error);
  const message = `${response.url} answered ${response.status} instead of a stream.`;
  return isPassing(response.status) ? new Error(message) : new TRPCClientError(message);
}

function errorOf(sent: SuperJSONResult): Error {
  const error = TRPCClientError.from({ error: transformer.deserialize(sent) } as never);
  const { httpStatus = 500, code } = (error.data ?? {}) as { httpStatus?: number; code?: string };
  // The caller's own streams are in the way: only the caller can end them.
  return isPassing(httpStatus) && code !== "TOO_MANY_STREAMS" ? new Error(error.message) : error;
}

/** Whether another attempt may fare better: the server has failed, was waited for in vain, or is asked too often. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}

/** Longer after each failure, and not the same for all who were cut off together. */
function pause(failures: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, Math.random() * Math.min(longestPause, 200 * 2 ** failures));
    if (signal?.aborted) end();
    else signal?.addEventListener("abort", end);
  });
}
