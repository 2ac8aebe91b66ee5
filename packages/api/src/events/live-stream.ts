import { type TrackedEnvelope, tracked } from "@trpc/server";

/** Whoever is told the messages of a stream, as they come. */
export interface Listener<Message> {
  /** Takes a message, and the id after which a stream could go on. False: few more before `resume` is called. */
  tell(message: Message, id?: string): boolean;
  /** Nothing comes any more. */
  end(error: unknown): void;
}

export interface Following {
  /** The listener takes more. */
  resume(): void;
  /** The listener is told nothing more. */
  stop(): void;
}

type Sent<Message> = Message | TrackedEnvelope<Message>;

/**
 * Messages that go on coming. One that is silent costs who follows it next to nothing; who iterates over it has a
 * generator for each.
 */
export interface LiveStream<Message> extends AsyncIterable<Sent<Message>> {
  follow(listener: Listener<Message>): Following;
  /** Ends iterations. */
  readonly signal: AbortSignal | undefined;
}

/** A stream of what `follow` tells. */
export function liveStream<Message>(
  follow: LiveStream<Message>["follow"],
  signal: AbortSignal | undefined,
): LiveStream<Message> {
  return { follow, signal, [Symbol.asyncIterator]: () => iterate(follow, signal) };
}

async function* iterate<Message>(
  follow: LiveStream<Message>["follow"],
  signal: AbortSignal | undefined,
): AsyncGenerator<Sent<Message>, void> {
  const come: Sent<Message>[] = [];
  let ended: { error: unknown } | undefined;
  let wake = Promise.withResolvers<void>();
  const following = follow({
    tell(message, id) {
      come.push(id === undefined ? message : tracked(id, message));
      wake.resolve();
      return false;
    },
    end(error) {
      ended = { error };
      wake.resolve();
    },
  });
  const onAbort = () => wake.resolve();
  signal?.addEventListener("abort", onAbort);
  try {
    while (!signal?.aborted) {
      const next = come.shift();
      if (next !== undefined) yield next;
      else if (ended) throw ended.error;
      else {
        following.resume();
        await wake.promise;
        wake = Promise.withResolvers();
      }
    }
  } finally {
    signal?.removeEventListener("abort", onAbort);
    following.stop();
  }
}
