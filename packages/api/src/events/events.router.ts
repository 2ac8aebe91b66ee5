import { storableText } from "@letterpress/model/storable-text";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import { moment } from "../moment.ts";
import { procedure, router } from "../trpc.ts";
import { checkedStream } from "./checked-stream.ts";
import { eventStream, type StreamMessage } from "./event-stream.ts";
import { listEvents } from "./list-events.ts";
import { pressEventOutput } from "./press-event.ts";

const streamMessage: z.ZodType<StreamMessage> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("event"), event: pressEventOutput }),
  z.object({
    kind: z.literal("presence"),
    entryId: z.string(),
    people: z.array(z.object({ userId: z.string(), name: z.string() })),
  }),
  z.object({ kind: z.literal("position") }),
]);

/** What happened, and what happens. */
export const eventsRouter = router({
  list: procedure("entries.read")
    .input(
      z
        .strictObject({
          cursor: z.string().max(200).optional(),
          limit: z.int().min(1).max(100).optional().default(50),
          entryId: uuid().optional(),
          /** A content type. */
          type: storableText().max(100).optional(),
          actorId: uuid().optional(),
          names: z.array(storableText().max(100)).min(1).max(50).optional(),
          from: moment.optional(),
          to: moment.optional(),
          /** Saves that the Studio made by itself are left out unless asked for. */
          autosaves: z.boolean().optional().default(false),
        })
        .optional(),
    )
    .output(z.object({ items: z.array(pressEventOutput), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) => listEvents(ctx.deps, ctx.actor, { limit: 50, autosaves: false, ...input })),

  subscribe: procedure("entries.read")
    .input(
      z
        .strictObject({
          lastEventId: z
            .string()
            .regex(/^\d{1,18}$/, "Use the id of an event.")
            .optional(),
          watching: z.strictObject({ type: storableText().max(100), id: uuid() }).optional(),
        })
        .optional(),
    )
    .output(checkedStream(streamMessage))
    .subscription(({ ctx, input, signal }) =>
      eventStream(ctx.deps, { actor: ctx.actor, token: ctx.session.token }, input ?? {}, signal),
    ),
});
