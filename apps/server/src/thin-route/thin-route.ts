import type { Deps } from "@letterpress/api/deps";
import type { ProcedureMeta } from "@letterpress/api/trpc";
import { transformer } from "@letterpress/api/wire/transformer";
import { WireText } from "@letterpress/api/wire/wire-text";
import {
  type AnyTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  type TRPCError,
} from "@trpc/server";
import { type Caller, outsideContext } from "../outside-context.ts";
import { openedHeaders } from "../plugins/cors.ts";
import type { PublicationRouter } from "../publication-router.ts";
import type { Finished } from "../read-cache/finished.ts";
import { type AskedQuery, askedQuery } from "./asked-query.ts";
import { decodeInput } from "./decode-input.ts";

interface ThinRouteOptions {
  deps: Deps;
  router: PublicationRouter;
  /** The hash of the content model, see model-hash.ts. */
  model: string;
}

/** The request that a query is answered for. */
interface ThinRequest {
  requestId: string;
  clientAddress: string;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
  /** Told of every error that is answered. */
  onError(error: TRPCError, path: string): void;
}

export interface ThinRoute {
  /** What an address asks for; `null`: the stock adapter answers it. */
  read(url: string): AskedQuery | null;
  /** Whether it answers everybody the same. */
  isShared(asked: AskedQuery): boolean;
  /** The answer, as the stock adapter gives it: of errors too. */
  answer(asked: AskedQuery, caller: Caller, request: ThinRequest): Promise<Finished>;
}

/** One query asked for by itself, answered in tRPC's wire format without what tRPC does for every other request. */
export function thinRoute({ deps, router, model }: ThinRouteOptions): ThinRoute {
  const queries = queriesOf(router);
  const headers = {
    "content-type": "application/json",
    vary: "trpc-accept, accept",
    "cache-control": "private, no-store",
    "letterpress-model": model,
    ...openedHeaders,
  };

  return {
    read: (url) => askedQuery(queries, url),
    isShared: ({ path }) => queries.get(path)?.shared ?? false,
    async answer({ path, input }, caller, { signal, onError, ...request }) {
      const query = queries.get(path);
      if (!query) throw new Error(`There is no query "${path}".`);
      const ctx = { ...outsideContext(deps, caller, request), takesText: true };
      try {
        const data = await query.call({
          ctx,
          path,
          type: "query",
          getRawInput: async () => decodeInput(input),
          signal,
          batchIndex: 0,
        });
        const body =
          data instanceof WireText
            ? `{"result":{"data":${data.envelope()}}}`
            : JSON.stringify({ result: { data: transformer.serialize(data) } });
        const sources = query.shared && caller.actor.kind === "nobody" ? ctx.sources : null;
        return { status: 200, headers, body, sources };
      } catch (cause) {
        const error = getTRPCErrorFromUnknown(cause);
        onError(error, path);
        const config = router._def._config;
        const shape = getTRPCErrorShape({ config, error, type: "query", path, input: undefined, ctx });
        const body = JSON.stringify({ error: transformer.serialize(shape) });
        return { status: shape.data.httpStatus, headers, body, sources: null };
      }
    },
  };
}

interface Query {
  call(options: object): Promise<unknown>;
  /** It answers everybody the same. */
  shared: boolean;
}

function queriesOf(router: PublicationRouter): Map<string, Query> {
  const procedures = Object.entries(router._def.procedures as unknown as Record<string, AnyTRPCProcedure>);
  return new Map(
    procedures
      .filter(([, procedure]) => procedure._def.type === "query")
      .map(([path, procedure]) => {
        const meta = procedure._def.meta as ProcedureMeta | undefined;
        const call = procedure as unknown as Query["call"];
        return [path, { call, shared: meta?.shared === true }];
      }),
  );
}
