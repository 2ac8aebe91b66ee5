import type { CallError, Entry } from "@letterpress/client";
import { useState } from "react";
import { attempt } from "../connection/call.ts";
import { entryQuery } from "../connection/queries.ts";
import { queryClient } from "../connection/query-client.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";

/** Answers of the server that say: this is not the entry that you see any more. */
const outdated = new Set<CallError["code"]>(["ENTRY_STALE", "ACTION_NOT_POSSIBLE", "ENTRY_MISSING"]);

/** Does something with the entry as it stands on the page: what is not saved yet is saved first. */
export function useDeed(editor: EntryEditor) {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<CallError | null>(null);

  async function start<T>(call: (saved: Entry) => Promise<T>): Promise<T | null> {
    if (isRunning) return null;
    setRunning(true);
    setProblem(null);
    try {
      // When it cannot be saved, the editor says why.
      const saved = await editor.save();
      if (!saved) return null;
      const result = await attempt(call(saved));
      if (result.ok) return result.data;
      setProblem(result.error);
      if (outdated.has(result.error.code))
        void queryClient.invalidateQueries({ queryKey: entryQuery(saved.type, saved.id).queryKey });
      return null;
    } finally {
      setRunning(false);
    }
  }

  return {
    isRunning,
    problem,
    dismiss: () => setProblem(null),
    /** For what makes the entry go away. */
    start,
    /** Shows the entry as the server answers it; `null` when it was refused. */
    run: async (call: (saved: Entry) => Promise<Entry>): Promise<Entry | null> => {
      const entry = await start(call);
      if (entry) editor.adopt(entry);
      return entry;
    },
  };
}
