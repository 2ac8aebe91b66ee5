import type { Entry, Result, TypeDescription } from "@letterpress/client";
import { useReducer } from "react";
import { attempt } from "../connection/call.ts";
import { entriesOf, type FieldValues } from "../connection/entries-of.ts";
import { toast } from "../ui/toasts.tsx";
import { toSend } from "./changes.ts";
import { type Activity, type EditorState, editorReducer, savedFields } from "./editor-state.ts";
import { forgetEntry, rememberEntry } from "./remember-entry.ts";

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
  const { saved, changes, theirs } = state;
  const entries = entriesOf(type.name);
  const isIdle = state.activity === "idle";
  const isDirty = Object.keys(changes).length > 0;

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
    const fields = toSend(changes);
    const result = await run("saving", () =>
      saved === null || expectedVersion === null
        ? entries.create({
            fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
          })
        : entries.save({ id: saved.id, expectedVersion, fields }),
    );
    if (!result.ok) return null;
    adopt(result.data, changes);
    if (saved === null) onCreated(result.data);
    return result.data;
  }

  async function save(): Promise<Entry | null> {
    if (!isIdle) return null;
    if (!isDirty) return saved;
    return write(saved?.version ?? null);
  }

  async function publish() {
    if (!isIdle) return;
    if (saved === null && !isDirty) return dispatch({ kind: "refused", issues: missing(type) });
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
    isDirty,
    values: { ...savedFields(state), ...changes },
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

/** What a page without a word lacks to be published; said without making an empty entry of it first. */
function missing(type: TypeDescription): Record<string, string> {
  const required = type.fields.filter((field) => field.required);
  return Object.fromEntries(required.map(({ name }) => [name, "Fill this in before publishing."]));
}

function siteAction({ path }: Entry) {
  return path === null
    ? undefined
    : { label: "View on site", run: () => void window.open(path, "_blank", "noopener") };
}
