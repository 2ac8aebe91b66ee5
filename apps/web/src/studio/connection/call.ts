import { type CallError, type Result, safe } from "@letterpress/client";
import { queryClient } from "./query-client.ts";

/** A failed call, as queries throw it. */
export class CallFailure extends Error {
  readonly problem: CallError;

  constructor(problem: CallError) {
    super(problem.message);
    this.problem = problem;
  }
}

/** The query of who is signed in. */
export const meKey = ["me"] as const;

/** Waits for a call. A session that has ended shows everywhere at once, whichever call noticed it. */
export async function attempt<T>(call: Promise<T>): Promise<Result<T>> {
  const result = await safe(call);
  if (!result.ok && result.error.code === "NOT_SIGNED_IN") queryClient.setQueryData(meKey, null);
  return result;
}

/** As {@link attempt}, for queries: throws {@link CallFailure}. */
export async function fetched<T>(call: Promise<T>): Promise<T> {
  const result = await attempt(call);
  if (!result.ok) throw new CallFailure(result.error);
  return result.data;
}
