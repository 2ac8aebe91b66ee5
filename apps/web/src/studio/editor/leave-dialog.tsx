import { useBlocker } from "@tanstack/react-router";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { toast } from "../ui/toasts.tsx";
import { isDirty } from "./editor-state.ts";
import { isAtRisk } from "./leaving.ts";
import type { EntryEditor } from "./use-entry-editor.ts";

interface LeaveDialogProps {
  editor: EntryEditor;
  /** Keeps the changes in this browser; false where it could not. */
  keep: () => boolean;
  title: string;
}

/** Milliseconds that leaving waits for the last save. */
const patience = 3_000;

/**
 * Whoever goes to another page of the Studio takes nothing with them unsaved: changes are saved on the way out, or else
 * kept in this browser. Only when neither works is there a question.
 */
export function LeaveDialog({ editor, keep, title }: LeaveDialogProps) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname || !isDirty(editor.store.get())) return false;
      await Promise.race([editor.autosave(), new Promise((resolve) => setTimeout(resolve, patience))]);
      if (!isDirty(editor.store.get())) return false;
      if (!keep()) return true;
      toast(
        `Your changes to “${title}” are not saved yet. This browser keeps them for when you open it again.`,
      );
      return false;
    },
    enableBeforeUnload: () => isDirty(editor.store.get()) && (!keep() || isAtRisk(editor.store.get())),
    withResolver: true,
  });
  if (status !== "blocked") return null;
  return (
    <Modal
      title="Leave without your changes?"
      description="They could not be saved, and this browser has no room to keep them: when you leave, they are lost."
      onClose={reset}
    >
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="danger" className="mr-auto" onClick={proceed}>
          Leave without saving
        </Button>
        <Button look="primary" onClick={reset}>
          Stay
        </Button>
      </div>
    </Modal>
  );
}
