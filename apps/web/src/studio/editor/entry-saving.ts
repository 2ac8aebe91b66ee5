import type { Entry, TypeDescription } from "@letterpress/client";
import { attempt } from "../connection/call.ts";
import { entriesOf, type FieldValues } from "../connection/entries-of.ts";
import type { Issues } from "../fields/place-issues.ts";
import { autosavedChanges } from "./autosaved-changes.ts";
import { tidyChanges, toSend } from "./changes.ts";
import { type EditorState, isDirty } from "./editor-state.ts";
import type { EditorStore } from "./editor-store.ts";
import { rememberEntry } from "./remember-entry.ts";

interface SavingOptions {
  type: TypeDescription;
  store: EditorStore;
  onCreated: (entry: Entry) => void;
}

/** How often one save goes on from a version that somebody else saved while it was under way. */
const mostMerges = 3;

/** Brings what was typed to the server: one call at a time, each with what is there when its turn comes. */
export function createEntrySaving({ type, store, onCreated }: SavingOptions) {
  const entries = entriesOf(type.name);
  let last: Promise<unknown> = Promise.resolve();

  /** Runs a task once all before it have ended. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = last.then(task);
    last = turn.catch(() => {});
    return turn;
  }

  function send(saved: Entry | null, tidied: FieldValues, more: { autosave?: boolean; note?: string }) {
    const fields = toSend(tidied);
    if (saved) return entries.save({ id: saved.id, expectedVersion: saved.version, fields, ...more });
    const { autosave } = more;
    const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
    return entries.create({ fields: filled, ...(autosave ? { autosave } : {}) });
  }

  function saved(before: Entry | null, entry: Entry, sent: FieldValues, isAutosave: boolean) {
    store.dispatch({ kind: "saved", entry, sent, isAutosave });
    rememberEntry(entry);
    if (!before) onCreated(entry);
  }

  /** Saves all there is; null where something keeps it from being saved, which the page then says. */
  async function saveNow(note?: string): Promise<Entry | null> {
    for (let merges = 0; ; merges++) {
      const state = store.get();
      // Not a word of what cannot be read yet may be lost by a save that seems to have it.
      if (Object.keys(state.unreadable).length > 0) {
        store.dispatch({ kind: "refused", issues: problemsOf(state.unreadable) });
        return null;
      }
      // A note is kept although everything was saved by itself already.
      if (!isDirty(state) && !(note && state.saved)) return state.saved;
      if (state.theirs) {
        store.dispatch({ kind: "compared", isComparing: true });
        return null;
      }
      const sent = tidyChanges(type.fields, state.changes);
      // Issues name the rows as they were sent.
      store.dispatch({ kind: "tidied", changes: sent });
      store.dispatch({ kind: "started" });
      const result = await attempt(send(state.saved, sent, note ? { note } : {}));
      if (result.ok) {
        saved(state.saved, result.data, sent, false);
        // What makes an entry takes no note.
        if (note && !state.saved) continue;
        return result.data;
      }
      store.dispatch({ kind: "failed", problem: result.error });
      const isMerged = result.error.code === "ENTRY_STALE" && store.get().theirs === null;
      if (!isMerged || merges === mostMerges) return null;
    }
  }

  async function autosaveNow(): Promise<void> {
    const state = store.get();
    const sent = autosavedChanges(state);
    if (Object.keys(sent).length === 0) return;
    store.dispatch({ kind: "autosaving" });
    const tidied = tidyChanges(type.fields, sent);
    const result = await attempt(send(state.saved, tidied, { autosave: true }));
    if (result.ok) saved(state.saved, result.data, sent, true);
    else store.dispatch({ kind: "autosaveFailed", problem: result.error, sent });
  }

  return {
    inTurn,
    saveNow,
    save: (note?: string) => inTurn(() => saveNow(note)),
    autosave: () => inTurn(autosaveNow),
  };
}

function problemsOf(unreadable: EditorState["unreadable"]): Issues {
  return Object.fromEntries(Object.entries(unreadable).map(([path, { problem }]) => [path, problem]));
}
