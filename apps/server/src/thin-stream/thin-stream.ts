import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Deps } from "@letterpress/api/deps";
import type { LiveStream } from "@letterpress/api/events/live-stream";
import { transformer } from "@letterpress/api/wire/transformer";
import {
  type AnyTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  type TRPCError,
} from "@trpc/server";
import { type Caller, outsideContext } from "../outside-context.ts";
import type { PublicationRouter } from "../publication-router.ts";
import { decodeInput } from "../thin-route/decode-input.ts";
import type { AskedStream } from "./asked-stream.ts";
import { streamInput } from "./stream-input.ts";
import { type OpenStream, writeStreams } from "./write-streams.ts";

interface ThinStreamOptions {
  deps: Deps;
  router: PublicationRouter;
}

/** The request that a stream is opened for. */
interface StreamRequest {
  requestId: string;
  clientAddress: string;
  /** What the answer has beside what every stream has. */
  headers: OutgoingHttpHeaders;
  /** Told of every error that is answered. */
  onError(error: TRPCError, path: string): void;
}

type Call = (options: object) => Promise<LiveStream<object>>;

/**
 * Streams of subscriptions in the bytes of tRPC's own adapter, without a generator, timers and web streams for each: one
 * of which nothing comes is a connection, and little else.
 */
export function thinStream({ deps, router }: ThinStreamOptions) {
  const config = router._def._config;
  const subscriptions = subscriptionsOf(router);
  const streams = writeStreams({
    pingEvery: config.sse?.ping?.intervalMs ?? Number.POSITIVE_INFINITY,
    client: JSON.stringify(config.sse?.client ?? {}),
  });

  return {
    subscriptions,
    /** Answers until the client or the subscription ends. The response is nobody else's from now on. */
    async open(
      { path, input, lastEventId }: AskedStream,
      caller: Caller,
      request: StreamRequest,
      response: ServerResponse,
    ): Promise<void> {
      const { requestId, clientAddress, headers, onError } = request;
      const describe = (cause: unknown) => {
        const error = getTRPCErrorFromUnknown(cause);
        onError(error, path);
        const ctx = { requestId };
        const shape = getTRPCErrorShape({ config, error, type: "subscription", path, input: undefined, ctx });
        return JSON.stringify(transformer.serialize(shape));
      };
      let stream: LiveStream<object> | undefined;
      let failure: unknown;
      try {
        const ctx = outsideContext(deps, caller, { requestId, clientAddress });
        stream = await subscriptions.get(path)?.({
          ctx,
          path,
          type: "subscription",
          getRawInput: async () => streamInput(decodeInput(input), lastEventId),
          signal: undefined,
          batchIndex: 0,
        });
      } catch (cause) {
        failure = cause;
      }
      if (response.destroyed) return;
      const open: OpenStream = streams.begin(response, headers, lastEventId);
      if (!stream) return open.fail(describe(failure));
      const following = stream.follow({
        tell: (message, id) => open.tell(message, id, following),
        end: (error) => open.fail(describe(error)),
      });
      response.once("close", following.stop);
    },
  };
}

function subscriptionsOf(router: PublicationRouter): Map<string, Call> {
  const procedures = Object.entries(router._def.procedures as unknown as Record<string, AnyTRPCProcedure>);
  return new Map(
    procedures
      .filter(([, { _def }]) => _def.type === "subscription")
      .map(([path, procedure]) => [path, procedure as unknown as Call]),
  );
}
