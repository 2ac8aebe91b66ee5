import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";
import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { type EntryStatus, entryStatuses } from "./entries/entry-status.ts";
import type { EntryName, FieldIssue, ReleaseProblem, StaleDetails } from "./error-details.ts";
import { type WorkflowAction, workflowActions } from "./workflow/transitions.ts";

/** What each error tells beside its code and message. The keys are all the codes there are. */
export interface ErrorDetails {
  BAD_INPUT: { issues: FieldIssue[] };
  NOT_SIGNED_IN: Record<string, never>;
  NOT_ALLOWED: { permission: string };
  SIGN_IN_FAILED: Record<string, never>;
  API_KEY_INVALID: Record<string, never>;
  API_KEY_MISSING: Record<string, never>;
  TOO_MANY_ATTEMPTS: { retryAfterSeconds: number };
  TOO_MANY_STREAMS: { max: number };
  SET_UP_DONE: Record<string, never>;
  SET_UP_LINK_INVALID: Record<string, never>;
  EMAIL_TAKEN: { email: string };
  ENTRY_MISSING: Record<string, never>;
  ENTRY_STALE: StaleDetails;
  ENTRY_INCOMPLETE: { issues: FieldIssue[]; entry?: EntryName | undefined };
  ACTION_NOT_POSSIBLE: { action: WorkflowAction; status: EntryStatus; possible: WorkflowAction[] };
  ENTRY_NOT_PUBLISHED: Record<string, never>;
  ENTRY_NEWER: { type: string; version: number; current: number };
  ENTRY_REFERENCED: { by: EntryName[] };
  QUERY_TOO_SLOW: Record<string, never>;
  SLUG_TAKEN: { slug: string };
  REFERENCE_MISSING: { field: string; id: string };
  REVISION_MISSING: Record<string, never>;
  REVISION_OLDER: Record<string, never>;
  USER_MISSING: Record<string, never>;
  COMMENT_MISSING: Record<string, never>;
  RELEASE_MISSING: Record<string, never>;
  RELEASE_PUBLISHED: Record<string, never>;
  RELEASE_NOT_READY: { problems: ReleaseProblem[] };
  REDIRECT_MISSING: Record<string, never>;
  REDIRECT_HIDES_PAGE: { path: string };
  REDIRECT_LOOP: { path: string };
  PREVIEW_INVALID: Record<string, never>;
  UPGRADE_FAILED: { type: string; version: number; reason: string };
  ASSET_MISSING: Record<string, never>;
  ASSET_IN_USE: { by: EntryName[] };
  UPLOAD_NOT_AN_IMAGE: { reason: string };
  UPLOAD_NOT_ACCEPTED: { mimeType: string; accept: string[] };
  UPLOAD_TOO_LARGE: { maxBytes: number };
  CROSS_ORIGIN: Record<string, never>;
  BUSY: Record<string, never>;
  INTERNAL: Record<string, never>;
}

export type ErrorCode = keyof ErrorDetails;

interface ErrorRow<Details> {
  trpc: TRPC_ERROR_CODE_KEY;
  /** Shown to people: what is wrong and what to do. */
  message: string;
  details: z.ZodType<Details>;
}

const issues = z.array(z.object({ path: z.string(), message: z.string() }));
const none = z.strictObject({}) as z.ZodType<Record<string, never>>;
const entryName = z.object({ type: z.string(), id: z.string(), title: z.string() });
const by = z.array(entryName);

/** The one table of errors: tRPC, the command line and the documentation all show these. */
export const errors: { readonly [Code in ErrorCode]: ErrorRow<ErrorDetails[Code]> } = {
  BAD_INPUT: {
    trpc: "BAD_REQUEST",
    message: "The request does not fit: see the issues for what to change.",
    details: z.object({ issues }),
  },
  NOT_SIGNED_IN: { trpc: "UNAUTHORIZED", message: "Sign in first.", details: none },
  NOT_ALLOWED: {
    trpc: "FORBIDDEN",
    message: "Your role, or the scope of your API key, does not allow this: ask an owner or admin.",
    details: z.object({ permission: z.string() }),
  },
  SIGN_IN_FAILED: {
    trpc: "UNAUTHORIZED",
    message: "The email address or the password is wrong.",
    details: none,
  },
  API_KEY_INVALID: {
    trpc: "UNAUTHORIZED",
    message: "This API key is mistyped, expired or revoked: ask an owner or admin for another.",
    details: none,
  },
  API_KEY_MISSING: { trpc: "NOT_FOUND", message: "There is no such API key.", details: none },
  TOO_MANY_ATTEMPTS: {
    trpc: "TOO_MANY_REQUESTS",
    message: "Too many attempts: wait a little, then try again.",
    details: z.object({ retryAfterSeconds: z.number() }),
  },
  TOO_MANY_STREAMS: {
    trpc: "TOO_MANY_REQUESTS",
    message: "Too many streams of events are open: close those that nobody reads any more.",
    details: z.object({ max: z.number() }),
  },
  SET_UP_DONE: {
    trpc: "CONFLICT",
    message: "This publication has an owner already: sign in instead.",
    details: none,
  },
  SET_UP_LINK_INVALID: {
    trpc: "FORBIDDEN",
    message: "This set-up link is not valid: use one that a start of the server printed.",
    details: none,
  },
  EMAIL_TAKEN: {
    trpc: "CONFLICT",
    message: "A user with this email address exists already.",
    details: z.object({ email: z.string() }),
  },
  ENTRY_MISSING: { trpc: "NOT_FOUND", message: "There is no such entry.", details: none },
  ENTRY_STALE: {
    trpc: "CONFLICT",
    message:
      "Someone saved this entry after you opened it: compare with the current version, then save again.",
    details: z.object({
      current: z.object({
        version: z.number(),
        slug: z.string(),
        fields: z.record(z.string(), z.unknown()),
        updatedAt: z.date(),
        author: z.object({ id: z.string(), name: z.string() }).nullable(),
      }),
      comparison: z.array(
        z.object({
          field: z.string(),
          base: z.unknown(),
          theirs: z.unknown(),
          mine: z.unknown(),
          changedBy: z.enum(["theirs", "mine", "both"]),
        }),
      ),
      entry: entryName.optional(),
    }),
  },
  ENTRY_INCOMPLETE: {
    trpc: "UNPROCESSABLE_CONTENT",
    message: "The entry is not ready to be published: some of its fields must be filled in or changed first.",
    details: z.object({ issues, entry: entryName.optional() }),
  },
  ACTION_NOT_POSSIBLE: {
    trpc: "CONFLICT",
    message: "The entry's status does not allow this: the details say what it does allow.",
    details: z.object({
      action: z.enum(workflowActions),
      status: z.enum(entryStatuses),
      possible: z.array(z.enum(workflowActions)),
    }),
  },
  ENTRY_NOT_PUBLISHED: { trpc: "CONFLICT", message: "The entry is not published.", details: none },
  ENTRY_NEWER: {
    trpc: "CONFLICT",
    message:
      "A newer version of this site has saved this entry: it can be changed again once that one is back.",
    details: z.object({ type: z.string(), version: z.number(), current: z.number() }),
  },
  ENTRY_REFERENCED: {
    trpc: "CONFLICT",
    message: "Entries that are published, scheduled or in a release refer to this one: change those first.",
    details: z.object({ by }),
  },
  QUERY_TOO_SLOW: {
    trpc: "TIMEOUT",
    message: "This query takes too long: use fewer conditions, or count less.",
    details: none,
  },
  SLUG_TAKEN: {
    trpc: "CONFLICT",
    message: "Another entry has this slug: choose a different one.",
    details: z.object({ slug: z.string() }),
  },
  REFERENCE_MISSING: {
    trpc: "UNPROCESSABLE_CONTENT",
    message: "A field refers to an entry or asset that does not exist: choose another.",
    details: z.object({ field: z.string(), id: z.string() }),
  },
  REVISION_MISSING: { trpc: "NOT_FOUND", message: "The entry has no such revision.", details: none },
  REVISION_OLDER: {
    trpc: "CONFLICT",
    message: "A newer revision is published: take that, or take it out of the release.",
    details: none,
  },
  USER_MISSING: { trpc: "NOT_FOUND", message: "There is no such user.", details: none },
  COMMENT_MISSING: { trpc: "NOT_FOUND", message: "There is no such comment.", details: none },
  RELEASE_MISSING: { trpc: "NOT_FOUND", message: "There is no such release.", details: none },
  RELEASE_PUBLISHED: {
    trpc: "CONFLICT",
    message: "This release is published already: make another for what is to change next.",
    details: none,
  },
  RELEASE_NOT_READY: {
    trpc: "UNPROCESSABLE_CONTENT",
    message: "Nothing was published: see the problems for the entries that are not ready.",
    details: z.object({
      problems: z.array(entryName.extend({ code: z.string(), message: z.string(), issues })),
    }),
  },
  REDIRECT_MISSING: { trpc: "NOT_FOUND", message: "There is no such redirect.", details: none },
  REDIRECT_HIDES_PAGE: {
    trpc: "CONFLICT",
    message: "There is a page at this address: a redirect would hide it.",
    details: z.object({ path: z.string() }),
  },
  REDIRECT_LOOP: {
    trpc: "CONFLICT",
    message: "This redirect would lead back to itself: choose another target.",
    details: z.object({ path: z.string() }),
  },
  PREVIEW_INVALID: {
    trpc: "FORBIDDEN",
    message: "This preview link is mistyped or no longer valid: ask an editor for a new one.",
    details: none,
  },
  UPGRADE_FAILED: {
    trpc: "INTERNAL_SERVER_ERROR",
    message:
      "This entry is of an older version of its content type, whose upgrade fails: a developer must mend it.",
    details: z.object({ type: z.string(), version: z.number(), reason: z.string() }),
  },
  ASSET_MISSING: { trpc: "NOT_FOUND", message: "There is no such asset.", details: none },
  ASSET_IN_USE: {
    trpc: "CONFLICT",
    message: "Entries use this asset: take it out of them first.",
    details: z.object({ by }),
  },
  UPLOAD_NOT_AN_IMAGE: {
    trpc: "UNSUPPORTED_MEDIA_TYPE",
    message: "This file is not a picture that can be used: upload a JPEG, PNG, WebP, AVIF or GIF.",
    details: z.object({ reason: z.string() }),
  },
  UPLOAD_NOT_ACCEPTED: {
    trpc: "UNSUPPORTED_MEDIA_TYPE",
    message: "This kind of file is not taken here: upload one of the kinds that are asked for.",
    details: z.object({ mimeType: z.string(), accept: z.array(z.string()) }),
  },
  UPLOAD_TOO_LARGE: {
    trpc: "PAYLOAD_TOO_LARGE",
    message: "This file is too large.",
    details: z.object({ maxBytes: z.number() }),
  },
  CROSS_ORIGIN: {
    trpc: "FORBIDDEN",
    message: "Changes are accepted from this site's own pages only, or with an API key.",
    details: none,
  },
  BUSY: {
    trpc: "SERVICE_UNAVAILABLE",
    message: "Too much is going on at this moment, and nothing was written: try again soon.",
    details: none,
  },
  INTERNAL: {
    trpc: "INTERNAL_SERVER_ERROR",
    message: "Internal error. The server's log tells more under this request id.",
    details: none,
  },
};

/** An error of the table, raised by {@link fail}. */
export class LetterpressError<Code extends ErrorCode = ErrorCode> extends TRPCError {
  readonly errorCode: Code;
  readonly details: ErrorDetails[Code];

  constructor(errorCode: Code, details: ErrorDetails[Code]) {
    super({ code: errors[errorCode].trpc, message: errors[errorCode].message });
    this.errorCode = errorCode;
    this.details = details;
  }
}

/** Raises the error `code`; codes without details are called with the code alone. */
export function fail<Code extends ErrorCode>(
  code: Code,
  ...[details]: ErrorDetails[Code] extends Record<string, never> ? [] : [ErrorDetails[Code]]
): never {
  throw new LetterpressError(code, (details ?? {}) as ErrorDetails[Code]);
}
