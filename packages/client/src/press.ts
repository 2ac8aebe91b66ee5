import type { AppRouter } from "@letterpress/api/app-router";
import type { AnyTRPCProcedure, inferProcedureInput, inferProcedureOutput } from "@trpc/server";

type Call<P extends AnyTRPCProcedure> =
  undefined extends inferProcedureInput<P>
    ? (input?: inferProcedureInput<P>) => Promise<inferProcedureOutput<P>>
    : (input: inferProcedureInput<P>) => Promise<inferProcedureOutput<P>>;

type Calls<Procedures> = {
  [K in keyof Procedures]: Procedures[K] extends AnyTRPCProcedure
    ? Call<Procedures[K]>
    : Calls<Procedures[K]>;
};

/**
 * The procedures of a publication as plain functions: `press.content.article.list(…)`. A client over HTTP and the
 * server's own reader site have the same shape.
 */
export type Press = Calls<AppRouter["_def"]["record"]>;

/** Names of procedures that only read. All others change something; the server's tests keep it so. */
const queries = new Set(["choices", "get", "list", "me", "types"]);

type CallProcedure = (kind: "query" | "mutation", path: string, input: unknown) => Promise<unknown>;

/** Makes the typed object of a function that calls any procedure by its path. */
export function pressOf(call: CallProcedure): Press {
  const at = (path: string[]): unknown =>
    new Proxy(() => {}, {
      get(_target, name) {
        // `then` must be missing, or awaiting a part of the object would call a procedure of that name.
        return typeof name === "string" && name !== "then" ? at([...path, name]) : undefined;
      },
      apply(_target, _this, [input]: unknown[]) {
        return call(queries.has(path.at(-1) ?? "") ? "query" : "mutation", path.join("."), input);
      },
    });
  return at([]) as Press;
}
