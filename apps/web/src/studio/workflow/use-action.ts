import type { CallError, Entry } from "@letterpress/client";
import { useState } from "react";
import { attempt } from "../connection/call.ts";
import { entryQuery } from "../connection/queries.ts";
import { queryClient } from "../connection/query-client.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";

/** Answers of the server that say: this is not the entry that you see any more. */
const outdated = new Set<CallError["code"]>(["ENTRY_STALE", "ACTION_NOT_POSSIBLE", "ENTRY_MISSING"]);

/** Does something with the entry as it stands on the page: what is not saved yet is saved first. */
export function useAction(editor: EntryEditor) {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<CallError | null>(null);

  async function start<T>(
    call: (saved: Entry) => Promise<T>,
    onDone: (result: T) => void = () => {},
  ): Promise<T | null> {
    if (isRunning) return null;
    setRunning(true);
    setProblem(null);
    try {
      // When it cannot be saved, the editor says why.
      return await editor.saveAnd(async (saved) => {
        const result = await attempt(call(saved));
        if (result.ok) {
          onDone(result.data);
          return result.data;
        }
        setProblem(result.error);
        if (outdated.has(result.error.code))
          void queryClient.invalidateQueries({ queryKey: entryQuery(saved.type, saved.id).queryKey });
        return null;
      });
    } finally {
      setRunning(false);
    }
  }

  return {
    isRunning,
    problem,
    dismiss: () => setProblem(null),
    /** For what makes the entry go away; `onDone` is over before anything else is saved. */
    start,
    /** Shows the entry as the server answers it; `null` when it was refused. */
    run: (call: (saved: Entry) => Promise<Entry>) => start(call, editor.adopt),
  };
}
