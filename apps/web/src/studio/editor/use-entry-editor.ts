import type { Entry, Result, TypeDescription } from "@letterpress/client";
import { useCallback, useReducer } from "react";
import { attempt } from "../connection/call.ts";
import { entriesOf, type FieldValues } from "../connection/entries-of.ts";
import type { Unreadable } from "../fields/form-context.ts";
import type { Issues } from "../fields/place-issues.ts";
import { toast } from "../ui/toasts.tsx";
import { tidyChanges, toSend } from "./changes.ts";
import { type Activity, type EditorState, editorReducer, isDirty, valuesOf } from "./editor-state.ts";
import { missingFields } from "./missing-fields.ts";
import { forgetEntry, rememberEntry } from "./remember-entry.ts";
import { useInlineCheck } from "./use-inline-check.ts";

interface EditorOptions {
  type: TypeDescription;
  start: EditorState;
  onCreated: (entry: Entry) => void;
  onDeleted: () => void;
}

/** What can be done with an open entry. */
export type EntryEditor = ReturnType<typeof useEntryEditor>;

export function useEntryEditor({ type, start, onCreated, onDeleted }: EditorOptions) {
  const [state, dispatch] = useReducer(editorReducer, start);
  const { saved, changes, theirs, unreadable } = state;
  const entries = entriesOf(type.name);
  const isIdle = state.activity === "idle";
  const hasChanges = isDirty(state);
  useInlineCheck(type, state, dispatch);

  const onUnreadable = useCallback(
    (path: string, found: Unreadable | null) => dispatch({ kind: "unreadable", path, unreadable: found }),
    [],
  );

  /** Runs one call; its failure becomes part of the page. */
  async function run<T>(activity: Activity, call: () => Promise<T>): Promise<Result<T>> {
    dispatch({ kind: "started", activity });
    const result = await attempt(call());
    if (!result.ok) dispatch({ kind: "failed", problem: result.error });
    return result;
  }

  function adopt(entry: Entry, sent: FieldValues) {
    rememberEntry(entry);
    dispatch({ kind: "saved", entry, sent });
  }

  async function write(expectedVersion: number | null): Promise<Entry | null> {
    // Not a word of what cannot be read yet may be lost by a save that seems to have it.
    if (Object.keys(unreadable).length > 0) {
      dispatch({ kind: "refused", issues: problemsOf(unreadable) });
      return null;
    }
    const tidied = tidyChanges(type.fields, changes);
    // Issues name the rows as they were sent.
    dispatch({ kind: "tidied", changes: tidied });
    const fields = toSend(tidied);
    const result = await run("saving", () =>
      saved === null || expectedVersion === null
        ? entries.create({
            fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
          })
        : entries.save({ id: saved.id, expectedVersion, fields }),
    );
    if (!result.ok) return null;
    adopt(result.data, tidied);
    if (saved === null) onCreated(result.data);
    return result.data;
  }

  async function save(): Promise<Entry | null> {
    if (!isIdle) return null;
    if (!hasChanges) return saved;
    return write(saved?.version ?? null);
  }

  async function publish() {
    if (!isIdle) return;
    if (saved === null && !hasChanges)
      return dispatch({ kind: "refused", issues: missingFields(type.fields) });
    const entry = await save();
    if (!entry) return;
    const { id, version: expectedVersion } = entry;
    const result = await run("publishing", () => entries.publish({ id, expectedVersion }));
    if (!result.ok) return;
    adopt(result.data, {});
    toast(`“${result.data.title}” is published.`, siteAction(result.data));
  }

  async function unpublish() {
    if (!isIdle || !saved) return;
    const result = await run("unpublishing", () => entries.unpublish({ id: saved.id }));
    if (!result.ok) return;
    adopt(result.data, {});
    toast("Readers no longer see it. The draft is kept.");
  }

  async function remove() {
    if (!isIdle || !saved) return;
    const result = await run("deleting", () =>
      entries.delete({ id: saved.id, expectedVersion: saved.version }),
    );
    if (!result.ok) return;
    forgetEntry(saved);
    toast(`“${saved.title || "Untitled"}” is deleted.`);
    onDeleted();
  }

  /** Saves the changed fields, and only those, on top of the version that somebody else saved. */
  async function keepMine() {
    if (isIdle && theirs) await write(theirs.version);
  }

  async function takeTheirs() {
    if (!isIdle || !saved) return;
    const result = await run("saving", () => entries.get({ id: saved.id }));
    if (!result.ok) return;
    rememberEntry(result.data);
    dispatch({ kind: "replaced", entry: result.data, changes: {} });
    toast("You have their version now.", {
      label: "Undo",
      run: () => dispatch({ kind: "replaced", entry: result.data, changes }),
    });
  }

  function discard() {
    dispatch({ kind: "replaced", entry: saved, changes: {} });
    toast("Your changes are discarded.", {
      label: "Undo",
      run: () => dispatch({ kind: "replaced", entry: saved, changes }),
    });
  }

  return {
    state,
    isDirty: hasChanges,
    values: valuesOf(state),
    onUnreadable,
    change: (name: string, value: unknown) => dispatch({ kind: "changed", name, value }),
    compare: (isComparing: boolean) => dispatch({ kind: "compared", isComparing }),
    dismiss: () => dispatch({ kind: "dismissed" }),
    refresh: (entry: Entry) => dispatch({ kind: "refreshed", entry }),
    save,
    publish,
    unpublish,
    remove,
    keepMine,
    takeTheirs,
    discard,
  };
}

function problemsOf(unreadable: EditorState["unreadable"]): Issues {
  return Object.fromEntries(Object.entries(unreadable).map(([path, { problem }]) => [path, problem]));
}

function siteAction({ path }: Entry) {
  return path === null
    ? undefined
    : { label: "View on site", run: () => void window.open(path, "_blank", "noopener") };
}
