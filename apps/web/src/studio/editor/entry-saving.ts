import type { CallError, Entry, TypeDescription } from "@letterpress/client";
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
  /** Hears of each save, `isNew` of the first. */
  onSaved: (entry: Entry, isNew: boolean) => void;
}

/** How often one save goes on from a version that somebody else saved while it was under way. */
const mostMerges = 3;

/** Brings what was typed to the server: one call at a time, each with what is there when its turn comes. */
export function createEntrySaving({ type, store, onSaved }: SavingOptions) {
  const entries = entriesOf(type.name);
  let last: Promise<unknown> = Promise.resolve();

  /** Runs a task once all before it have ended. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = last.then(task);
    last = turn.catch(() => {});
    return turn;
  }

  function send(
    { saved, newId }: EditorState,
    tidied: FieldValues,
    more: { autosave?: boolean; note?: string },
  ): Promise<Entry> {
    const fields = toSend(tidied);
    if (saved) return entries.save({ id: saved.id, expectedVersion: saved.version, fields, ...more });
    const { autosave } = more;
    const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
    return entries.create({ id: newId, fields: filled, ...(autosave ? { autosave } : {}) });
  }

  function saved(before: Entry | null, entry: Entry, sent: FieldValues, isAutosave: boolean) {
    store.dispatch({ kind: "saved", entry, sent, isAutosave });
    rememberEntry(entry);
    onSaved(entry, before === null);
  }

  /**
   * Why a save failed; `null` where it was the first one, and an earlier try without an answer has made the entry: the
   * page goes on from that.
   */
  async function failureOf(problem: CallError, { saved, newId }: EditorState): Promise<CallError | null> {
    if (saved || problem.code !== "ENTRY_STALE") return problem;
    const made = await attempt(entries.get({ id: newId }));
    if (!made.ok) return made.error;
    store.dispatch({ kind: "found", entry: made.data });
    rememberEntry(made.data);
    onSaved(made.data, true);
    return null;
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
      const result = await attempt(send(state, sent, note ? { note } : {}));
      if (result.ok) {
        saved(state.saved, result.data, sent, false);
        // What makes an entry takes no note.
        if (note && !state.saved) continue;
        return result.data;
      }
      const problem = await failureOf(result.error, state);
      if (problem) store.dispatch({ kind: "failed", problem, sent });
      const isMerged = !problem || (problem.code === "ENTRY_STALE" && store.get().theirs === null);
      if (!isMerged || merges === mostMerges) return null;
    }
  }

  async function autosaveNow(): Promise<void> {
    const state = store.get();
    const sent = autosavedChanges(state);
    if (Object.keys(sent).length === 0) return;
    store.dispatch({ kind: "autosaving" });
    const tidied = tidyChanges(type.fields, sent);
    const result = await attempt(send(state, tidied, { autosave: true }));
    if (result.ok) return saved(state.saved, result.data, sent, true);
    const problem = await failureOf(result.error, state);
    if (problem) store.dispatch({ kind: "autosaveFailed", problem, sent });
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
