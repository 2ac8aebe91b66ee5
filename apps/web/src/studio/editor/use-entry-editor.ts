import type { Entry, TypeDescription } from "@letterpress/client";
import { useState, useSyncExternalStore } from "react";
import { attempt } from "../connection/call.ts";
import { entriesOf } from "../connection/entries-of.ts";
import type { Unreadable } from "../fields/form-context.ts";
import { useLatest } from "../fields/use-latest.ts";
import { toast } from "../ui/toasts.tsx";
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
  onCreated: (entry: Entry) => void;
}

/** What can be done with an open entry. */
export type EntryEditor = ReturnType<typeof useEntryEditor>;

export function useEntryEditor({ type, start, onCreated }: EditorOptions) {
  const created = useLatest(onCreated);
  const [made] = useState(() => createEntryEditor(type, start, (entry) => created.current(entry)));
  const { store, actions } = made;
  const state = useSyncExternalStore(store.subscribe, store.get);
  useAutosave(store, actions.autosave);
  useInlineCheck(type, state, store.dispatch);
  return { state, isDirty: isDirty(state), values: valuesOf(state), store, ...actions };
}

function createEntryEditor(type: TypeDescription, start: EditorState, onCreated: (entry: Entry) => void) {
  const store = createEditorStore(start);
  const { dispatch } = store;
  const entries = entriesOf(type.name);
  const { inTurn, saveNow, save, autosave } = createEntrySaving({ type, store, onCreated });

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
      if (isDirty(store.get()) ? (await saveNow()) === null : !(await reload(saved.id))) return;
      const isUndoable = Object.values(choices).includes("theirs");
      toast(
        `Saved on top of ${theirs.author ? `${theirs.author.name}’s` : "the other"} version.`,
        isUndoable ? { label: "Undo", run: () => bringBack(changes) } : undefined,
      );
    });

  async function reload(id: string): Promise<boolean> {
    const result = await attempt(entries.get({ id }));
    if (result.ok) adopt(result.data);
    else dispatch({ kind: "failed", problem: result.error });
    return result.ok;
  }

  /** Puts changes that were given up back on the page. */
  const bringBack = (changes: EditorState["changes"]) =>
    dispatch({ kind: "replaced", entry: store.get().saved, changes });

  /** Gives the changes up, for the version that is saved last. */
  const discard = () =>
    inTurn(async () => {
      const { saved, theirs, changes } = store.get();
      dispatch({ kind: "replaced", entry: saved, changes: {} });
      if (saved && theirs && !(await reload(saved.id))) return bringBack(changes);
      toast("Your changes are discarded.", { label: "Undo", run: () => bringBack(changes) });
    });

  const actions = {
    save,
    autosave,
    adopt,
    refresh,
    resolve,
    discard,
    change: (name: string, value: unknown) => dispatch({ kind: "changed", name, value }),
    onUnreadable: (path: string, unreadable: Unreadable | null) =>
      dispatch({ kind: "unreadable", path, unreadable }),
    compare: (isComparing: boolean) => dispatch({ kind: "compared", isComparing }),
    dismiss: () => dispatch({ kind: "dismissed" }),
    dismissNote: () => dispatch({ kind: "noted" }),
    release: () => dispatch({ kind: "released" }),
  };
  return { store, actions };
}
