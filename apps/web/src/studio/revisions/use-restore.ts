import type { Entry, TypeDescription } from "@letterpress/client";
import { attempt } from "../connection/call.ts";
import { entriesOf } from "../connection/entries-of.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { toast } from "../ui/toasts.tsx";
import { useDeed } from "../workflow/use-deed.ts";

/** Brings an earlier revision back as a new one. What was there before it can come back in the same way. */
export function useRestore(type: TypeDescription, editor: EntryEditor) {
  const { run, isRunning, problem } = useDeed(editor);
  const call = (entry: Entry, version: number) =>
    entriesOf(type.name).restore({ id: entry.id, version, expectedVersion: entry.version });

  async function undo(restored: Entry) {
    const result = await attempt(call(restored, restored.version - 1));
    if (!result.ok) return toast("It was not undone: somebody has saved since. Restore it from the list.");
    editor.adopt(result.data);
    toast("Undone: the version before is back.");
  }

  async function restore(version: number): Promise<boolean> {
    const entry = await run((saved) => call(saved, version));
    if (!entry) return false;
    toast(`Version ${version} is back, as version ${entry.version}.`, {
      label: "Undo",
      run: () => void undo(entry),
    });
    return true;
  }

  return { restore, isRunning, problem };
}
