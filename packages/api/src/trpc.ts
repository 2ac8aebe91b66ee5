import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { isAllowed, type Permission } from "./access/permissions.ts";
import type { Context } from "./context.ts";
import type { ErrorData } from "./error-details.ts";
import { errors, fail, LetterpressError } from "./errors.ts";
import { isBusy } from "./is-busy.ts";
import { issuesOf } from "./issues-of.ts";
import { transformer } from "./wire/transformer.ts";

/** What each procedure says of itself. */
export interface ProcedureMeta {
  permission: Permission;
  /** It answers everybody the same, so that one answer may be kept for all. */
  shared?: true;
}

// The context is an object to the routers' types and a `Context` to the procedures: the type of a router reaches other
// apps, which must not have to know of the database.
const t = initTRPC
  .context<object>()
  .meta<ProcedureMeta>()
  .create({
    transformer,
    isDev: false,
    sse: {
      // A stream says something this often, in milliseconds: what stands in between keeps it open, and a client that
      // hears nothing for long knows that it is gone.
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
    },
    errorFormatter({ error, shape, ctx }) {
      const requestId = (ctx as Context | undefined)?.requestId ?? "";
      const data = errorData(error, shape.data.httpStatus, requestId);
      const known = error instanceof LetterpressError || data.code !== "INTERNAL";
      return { ...shape, message: known ? messageOf(error) : errors.INTERNAL.message, data };
    },
  });

export const router = t.router;

const begin = t.middleware(async ({ ctx: object, meta, next }) => {
  const ctx = object as Context;
  // Nothing is open by omission: a procedure that declares no permission is closed to everybody.
  if (meta === undefined) throw new TRPCError({ code: "INTERNAL_SERVER_ERROR" });
  if (!isAllowed(ctx.actor, meta.permission)) {
    if (ctx.actor.kind === "nobody") return fail("NOT_SIGNED_IN");
    return fail("NOT_ALLOWED", { permission: meta.permission });
  }
  // The context is what it was, of another type: given to `next` it would be copied.
  const result = await (next as () => ReturnType<typeof next<Context>>)();
  // Whoever waited for others in vain is told to try again.
  return !result.ok && isBusy(result.error.cause) ? fail("BUSY") : result;
});

/** The start of every procedure: who may call it is its first word. */
export function procedure(permission: Permission) {
  return t.procedure.meta({ permission }).use(begin);
}

/**
 * The start of a query that answers everybody the same: it looks at its input and at what is published, never at who
 * calls, and adds the keys of all that it read to `ctx.sources`. What it does not name there goes stale.
 */
export function sharedProcedure() {
  return procedure("public").meta({ permission: "public", shared: true });
}

function messageOf(error: TRPCError): string {
  if (error instanceof LetterpressError) return error.message;
  return error.cause instanceof ZodError ? errors.BAD_INPUT.message : error.message;
}

function errorData(error: TRPCError, httpStatus: number, requestId: string): ErrorData {
  if (error instanceof LetterpressError)
    return { code: error.errorCode, httpStatus, requestId, details: error.details };
  if (error.code === "BAD_REQUEST" && error.cause instanceof ZodError)
    return { code: "BAD_INPUT", httpStatus, requestId, details: { issues: issuesOf(error.cause) } };
  if (error.cause instanceof LetterpressError)
    return { code: error.cause.errorCode, httpStatus, requestId, details: error.cause.details };
  // tRPC's own refusals (no such procedure, wrong method, unreadable body) keep tRPC's code.
  return {
    code: error.code === "INTERNAL_SERVER_ERROR" ? "INTERNAL" : error.code,
    httpStatus,
    requestId,
    details: {},
  };
}
