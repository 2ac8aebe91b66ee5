import type { Entry, TypeDescription } from "@letterpress/client";
import { attempt } from "../connection/call.ts";
import { entriesOf } from "../connection/entries-of.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { toast } from "../ui/toasts.tsx";
import { useAction } from "../workflow/use-action.ts";

/** Brings an earlier revision back as a new one. What was there before it can come back in the same way. */
export function useRestore(type: TypeDescription, editor: EntryEditor) {
  const { run, isRunning, problem } = useAction(editor);
  const call = (entry: Entry, version: number) =>
    entriesOf(type.name).restore({ id: entry.id, version, expectedVersion: entry.version });

  async function undo(restored: Entry) {
    const result = await attempt(call(restored, restored.version - 1));
    if (!result.ok)
      return void toast("It was not undone, as it has been saved since. Restore it from the list.");
    editor.adopt(result.data);
    toast("Undone: the version before is back.");
  }

  async function restore(version: number): Promise<boolean> {
    let before: number | undefined;
    const entry = await run((saved) => {
      before = saved.version;
      return call(saved, version);
    });
    if (!entry) return false;
    if (entry.version === before) {
      toast(`Version ${version} is what is here already.`);
      return true;
    }
    editor.offer(`Version ${version} is back, as version ${entry.version}.`, {
      label: "Undo",
      run: () => void undo(entry),
    });
    return true;
  }

  return { restore, isRunning, problem };
}
