import { unlimitedAllowance } from "@letterpress/api/context";
import type { Deps } from "@letterpress/api/deps";
import { type Press, pressOf } from "@letterpress/client";
import { callTRPCProcedure } from "@trpc/server";
import type { PublicationRouter } from "./publication-router.ts";

/** The publication's procedures without a network between, called as nobody: for the reader site. */
export function inProcessPress(deps: Deps, router: PublicationRouter, requestId: string): Press {
  const ctx = {
    deps,
    actor: { kind: "nobody" },
    session: { token: null, set() {}, clear() {} },
    requestId,
    clientAddress: "",
    allowance: unlimitedAllowance(),
    sources: new Set(),
  };
  return pressOf((type, path, input) =>
    callTRPCProcedure({
      router,
      path,
      type,
      ctx,
      getRawInput: async () => input,
      signal: undefined,
      batchIndex: 0,
    }),
  );
}
