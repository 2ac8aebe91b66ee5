import { isTrackedEnvelope, type TrackedEnvelope, tracked } from "@trpc/server";
import type { z } from "zod";

/** The output of a subscription: each message is checked as it is sent, as `.output()` checks other answers. */
export function checkedStream<Message>(schema: z.ZodType<Message>) {
  return (stream: unknown) => check(schema, stream as AsyncIterable<unknown>);
}

async function* check<Message>(
  schema: z.ZodType<Message>,
  stream: AsyncIterable<unknown>,
): AsyncGenerator<Message | TrackedEnvelope<Message>, void> {
  for await (const sent of stream)
    if (isTrackedEnvelope(sent)) yield tracked(sent[0], schema.parse(sent[1]));
    else yield schema.parse(sent);
}
