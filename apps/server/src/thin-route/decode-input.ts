import { transformer } from "@letterpress/api/wire/transformer";
import { TRPCError } from "@trpc/server";

/**
 * The input of a procedure, to be made when it asks for it: it does so only after it knows who calls, and strangers learn
 * nothing of what is wrong with theirs. Throws `BAD_REQUEST`, as tRPC does.
 */
export function decodeInput(input: unknown): unknown {
  if (input === undefined) return undefined;
  try {
    return transformer.deserialize(input as Parameters<typeof transformer.deserialize>[0]);
  } catch (cause) {
    if (cause instanceof TRPCError) throw cause;
    const message = cause instanceof Error ? cause.message : "Invalid input";
    throw new TRPCError({ code: "BAD_REQUEST", message, cause });
  }
}
