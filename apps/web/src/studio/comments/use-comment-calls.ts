import type { CallError } from "@letterpress/client";
import { useState } from "react";
import { attempt } from "../connection/call.ts";
import { queryClient } from "../connection/query-client.ts";
import { commentsKey } from "./comments-query.ts";

/** Changes comments of an entry, and shows them as they are then. */
export function useCommentCalls(entryId: string) {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<CallError | null>(null);

  async function run(call: () => Promise<unknown>): Promise<boolean> {
    if (isRunning) return false;
    setRunning(true);
    const result = await attempt(call());
    setProblem(result.ok ? null : result.error);
    await queryClient.invalidateQueries({ queryKey: commentsKey(entryId) });
    setRunning(false);
    return result.ok;
  }

  return { isRunning, problem, run };
}
