import type { AppRouter, PublicationModel } from "@letterpress/api/app-router";
import type { ContentCalls } from "@letterpress/api/content/content-calls";
import type { EntriesProcedures } from "@letterpress/api/entries/entries.router";
import type { ContentModel } from "@letterpress/model/content-type";
import type {
  AnyTRPCProcedure,
  AnyTRPCSubscriptionProcedure,
  inferProcedureInput,
  inferProcedureOutput,
} from "@trpc/server";
import type { SubscribeOptions } from "./subscriber.ts";

type Call<P extends AnyTRPCProcedure> =
  undefined extends inferProcedureInput<P>
    ? (input?: inferProcedureInput<P>) => Promise<inferProcedureOutput<P>>
    : (input: inferProcedureInput<P>) => Promise<inferProcedureOutput<P>>;

/** What a subscription tells, without what is between client and server alone: ids, and where to resume. */
type Told<Output> = Output extends AsyncIterable<infer Message> ? Data<Message> : never;
type Data<Message> = Exclude<
  Message extends { id: string; data: infer Tracked } ? Tracked : Message,
  { kind: "position" }
>;

type Subscribe<P extends AnyTRPCSubscriptionProcedure> = (
  input?: inferProcedureInput<P>,
  options?: SubscribeOptions,
) => AsyncIterable<Told<inferProcedureOutput<P>>>;

type Calls<Procedures> = {
  [K in keyof Procedures]: Procedures[K] extends AnyTRPCSubscriptionProcedure
    ? Subscribe<Procedures[K]>
    : Procedures[K] extends AnyTRPCProcedure
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

/** Names of procedures that only read; those below go on telling. All others change something. The server's tests keep it so. */
const queries = new Set([
  "choices",
  "get",
  "list",
  "me",
  "problems",
  "publishPlan",
  "referrers",
  "references",
  "revision",
  "revisions",
  "types",
  "upcoming",
  "waiting",
]);

const subscriptions = new Set(["subscribe"]);

type CallProcedure = (
  kind: "query" | "mutation" | "subscription",
  path: string,
  input: unknown,
  options: unknown,
) => unknown;

/** Makes the typed object of a function that calls any procedure by its path. */
export function pressOf(call: CallProcedure): Press {
  const at = (path: string[]): unknown =>
    new Proxy(() => {}, {
      get(_target, name) {
        // `then` must be missing, or awaiting a part of the object would call a procedure of that name.
        return typeof name === "string" && name !== "then" ? at([...path, name]) : undefined;
      },
      apply(_target, _this, [input, options]: unknown[]) {
        const name = path.at(-1) ?? "";
        const kind = queries.has(name) ? "query" : subscriptions.has(name) ? "subscription" : "mutation";
        return call(kind, path.join("."), input, options);
      },
    });
  return at([]) as Press;
}
