import type { Entry, TypeDescription } from "@letterpress/client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { attempt } from "../connection/call.ts";
import { entriesOf, type FieldValues } from "../connection/entries-of.ts";
import type { Unreadable } from "../fields/form-context.ts";
import { useLatest } from "../fields/use-latest.ts";
import { toast } from "../ui/toasts.tsx";
import { createOffers } from "./create-offers.ts";
import { type EditorState, isDirty, valuesOf } from "./editor-state.ts";
import { createEditorStore } from "./editor-store.ts";
import { createEntrySaving } from "./entry-saving.ts";
import type { Choices } from "./meet-theirs.ts";
import { rememberEntry } from "./remember-entry.ts";
import type { Theirs } from "./theirs.ts";
import { useAutosave } from "./use-autosave.ts";
import { useInlineCheck } from "./use-inline-check.ts";

interface EditorOptions {
  type: TypeDescription;
  start: EditorState;
  /** Hears of each save, `isNew` of the first; also of those that end after the editor has gone. */
  onSaved: (entry: Entry, isNew: boolean) => void;
}

/** What can be done with an open entry. */
export type EntryEditor = ReturnType<typeof useEntryEditor>;

export function useEntryEditor({ type, start, onSaved }: EditorOptions) {
  const latest = useLatest(onSaved);
  const [made] = useState(() => createEntryEditor(type, start, (...saved) => latest.current(...saved)));
  const { store, open, actions } = made;
  useEffect(open, [open]);
  const state = useSyncExternalStore(store.subscribe, store.get);
  useAutosave(store, actions.autosave);
  useInlineCheck(type, state, store.dispatch);
  return { state, isDirty: isDirty(state), values: valuesOf(state), store, ...actions };
}

function createEntryEditor(type: TypeDescription, start: EditorState, onSaved: EditorOptions["onSaved"]) {
  const store = createEditorStore(start);
  const { dispatch } = store;
  const entries = entriesOf(type.name);
  const { inTurn, saveNow, save, autosave } = createEntrySaving({ type, store, onSaved });
  const { isOpen, open, offer } = createOffers();

  /** Who has saved a version, which the entry itself does not tell; `null` where nobody knows. */
  async function authorOf({ id, version }: Entry): Promise<Theirs["author"]> {
    const result = await attempt(entries.revisions({ id, limit: 1 }));
    if (!result.ok) return null;
    return result.data.items.find((one) => one.version === version)?.author ?? null;
  }

  /** Takes in a newer look at the entry. */
  async function refresh(entry: Entry) {
    const isNewer = entry.version > (store.get().saved?.version ?? 0);
    dispatch({ kind: "refreshed", entry, author: isNewer ? await authorOf(entry) : null });
  }

  /** Takes over what the server answered to something else that was done with the entry. */
  function adopt(entry: Entry) {
    dispatch({ kind: "adopted", entry });
    rememberEntry(entry);
  }

  /** Saves the person's choices on top of the version that somebody else saved. */
  const resolve = (choices: Choices) =>
    inTurn(async () => {
      const { theirs, changes, saved } = store.get();
      if (!theirs || !saved) return;
      dispatch({ kind: "resolved", choices });
      const isSaved = isDirty(store.get()) ? (await saveNow()) !== null : await reload(saved.id);
      const whose = theirs.author ? `${theirs.author.name}’s` : "the other";
      const text = isSaved ? `Saved on top of ${whose} version.` : "What you chose is not saved yet.";
      // What was given up can be had back, saved or not.
      if (Object.values(choices).includes("theirs"))
        offer(text, { label: "Undo", run: () => bringBack(changes) });
      else if (isSaved) toast(text);
    });

  async function reload(id: string): Promise<boolean> {
    const result = await attempt(entries.get({ id }));
    if (result.ok) adopt(result.data);
    else dispatch({ kind: "failed", problem: result.error });
    return result.ok;
  }

  /** Puts changes that were given up back on the page; what was typed since stays, or can be had back in its turn. */
  function bringBack(given: FieldValues, newId = store.get().newId) {
    const { saved, changes } = store.get();
    dispatch({ kind: "replaced", entry: saved, changes: { ...changes, ...given }, newId });
    const replaced = Object.entries(changes).filter(
      ([name, value]) => name in given && given[name] !== value,
    );
    if (replaced.length === 0) return;
    offer("What you had typed there since is replaced.", {
      label: "Undo",
      run: () => bringBack(Object.fromEntries(replaced)),
    });
  }

  /** Gives the changes up, for the version that is saved last. */
  const discard = () =>
    inTurn(async () => {
      const { saved, theirs, changes, newId } = store.get();
      dispatch({ kind: "replaced", entry: saved, changes: {} });
      if (saved && theirs && !(await reload(saved.id))) return bringBack(changes);
      offer("Your changes are discarded.", { label: "Undo", run: () => bringBack(changes, newId) });
    });

  /**
   * Saves, and then does something with what is saved. Nothing is saved by itself meanwhile, which would make it another
   * version. `null` where it could not be saved.
   */
  const saveAnd = <T>(action: (saved: Entry) => Promise<T>): Promise<T | null> =>
    inTurn(async () => {
      const { saved } = store.get();
      // An archived entry, for one, takes no changes before it is reopened: they must not be in the way of that.
      const ready = saved && !saved.actions.includes("save") ? saved : await saveNow();
      return ready ? action(ready) : null;
    });

  const actions = {
    save,
    saveAnd,
    autosave,
    adopt,
    refresh,
    resolve,
    offer,
    isOpen,
    discard,
    change: (name: string, value: unknown) => dispatch({ kind: "changed", name, value }),
    onUnreadable: (path: string, unreadable: Unreadable | null) =>
      dispatch({ kind: "unreadable", path, unreadable }),
    compare: (isComparing: boolean) => dispatch({ kind: "compared", isComparing }),
    dismiss: () => dispatch({ kind: "dismissed" }),
    dismissNote: () => dispatch({ kind: "noted" }),
    release: () => dispatch({ kind: "released" }),
  };
  return { store, open, actions };
}
