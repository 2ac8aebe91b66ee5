import type { TrackedEnvelope } from "@trpc/server";
import type { z } from "zod";
import { type LiveStream, liveStream } from "./live-stream.ts";

/**
 * The output of a subscription: messages are checked before they are sent, as `.output()` checks other answers. One that
 * many are told is checked once, and is the same object for all of them.
 */
export function checkedStream<Message extends object>(
  schema: z.ZodType<Message>,
): (stream: unknown) => AsyncIterable<Message | TrackedEnvelope<Message>> {
  const known = new WeakMap<Message, Message>();
  const check = (message: Message) => {
    const before = known.get(message);
    if (before !== undefined) return before;
    const checked = schema.parse(message);
    known.set(message, checked);
    return checked;
  };
  return (stream) => {
    const { follow, signal } = stream as LiveStream<Message>;
    return liveStream(
      (listener) =>
        follow({
          tell: (message, id) => listener.tell(check(message), id),
          end: (error) => listener.end(error),
        }),
      signal,
    );
  };
}
