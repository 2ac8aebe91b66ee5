import { unlimitedAllowance } from "@letterpress/api/context";
import type { Deps } from "@letterpress/api/deps";
import { type Press, pressOf } from "@letterpress/client";
import { callTRPCProcedure } from "@trpc/server";
import type { PublicationRouter } from "./publication-router.ts";

/** What each publication says of itself: it asks no database, stays as long as the process, and every page asks for it. */
const publicationInfos = new WeakMap<PublicationRouter, Promise<unknown>>();

/** The publication's procedures without a network between, called as nobody: for the reader site. */
export function inProcessPress(
  deps: Deps,
  router: PublicationRouter,
  { requestId, sources = new Set() }: { requestId: string; sources?: Set<string> },
): Press {
  const ctx = {
    deps,
    actor: { kind: "nobody" },
    session: { token: null, set() {}, clear() {} },
    requestId,
    clientAddress: "",
    allowance: unlimitedAllowance(),
    sources,
    takesText: false,
  };
  const call = (type: "query" | "mutation" | "subscription", path: string, input: unknown) =>
    callTRPCProcedure({
      router,
      path,
      type,
      ctx,
      getRawInput: async () => input,
      signal: undefined,
      batchIndex: 0,
    });
  return pressOf((type, path, input) => {
    if (path !== "publication.get") return call(type, path, input);
    const info = publicationInfos.get(router) ?? call(type, path, input);
    publicationInfos.set(router, info);
    // A call that failed is made again.
    info.catch(() => publicationInfos.delete(router));
    return info;
  });
}
