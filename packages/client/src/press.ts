import type { AppRouter, PublicationModel } from "@letterpress/api/app-router";
import type { ContentCalls } from "@letterpress/api/content/content-calls";
import type { EntriesProcedures } from "@letterpress/api/entries/entries.router";
import type { ContentModel } from "@letterpress/model/content-type";
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

type Procedures = AppRouter["_def"]["record"];

/**
 * The procedures of a publication as plain functions: `press.content.article.list(…)`. A client over HTTP and the
 * server's own reader site have the same shape. Results of `content.*` follow the request.
 */
export type Press<Model extends ContentModel = PublicationModel> = {
  content: { [Name in keyof Model & string]: ContentCalls<Model, Name> };
  entries: Calls<EntriesProcedures<Model>>;
} & Calls<Omit<Procedures, "content" | "entries">>;

/** Names of procedures that only read. All others change something; the server's tests keep it so. */
const queries = new Set(["choices", "get", "list", "me", "revision", "revisions", "types"]);

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
