import type { ErrorDetails } from "@letterpress/api/errors";
import { TRPCClientError } from "@trpc/client";

/** Codes that the client adds to the server's: it was not reached, or refused the request as a whole. */
interface ConnectionErrors {
  UNREACHABLE: Record<string, never>;
  REFUSED: { code: string; httpStatus: number };
}

type Codes = ErrorDetails & ConnectionErrors;

/** A failed call: `code` tells what happened, and what type `details` has. */
export type CallError = {
  [Code in keyof Codes]: {
    code: Code;
    /** For people: what is wrong and what to do. */
    message: string;
    details: Codes[Code];
    /** Find the server's log line by it; empty when the server was not reached. */
    requestId: string;
  };
}[keyof Codes];

export type Result<T> = { ok: true; data: T } | { ok: false; error: CallError };

/**
 * Waits for a call and gives its failure as a value, typed per code. Errors that do not come from a call are thrown
 * on.
 */
export async function safe<T>(call: Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, data: await call };
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error;
    return { ok: false, error: toCallError(error) };
  }
}

function toCallError(error: TRPCClientError<never>): CallError {
  const data = error.data as
    | { code: string; httpStatus: number; requestId?: string; details?: object }
    | undefined;
  if (!data?.code)
    return {
      code: "UNREACHABLE",
      message: "The server cannot be reached: check the connection, then try again.",
      details: {},
      requestId: "",
    };
  const { code, httpStatus, requestId = "", details = {} } = data;
  // tRPC's own codes describe the request, not the publication: no such procedure, a body that is too large.
  const trpcCodes =
    /^(NOT_FOUND|BAD_REQUEST|PARSE_ERROR|METHOD_NOT_SUPPORTED|PAYLOAD_TOO_LARGE|UNSUPPORTED_MEDIA_TYPE)$/;
  if (trpcCodes.test(code))
    return { code: "REFUSED", message: error.message, details: { code, httpStatus }, requestId };
  return { code, message: error.message, details, requestId } as CallError;
}
