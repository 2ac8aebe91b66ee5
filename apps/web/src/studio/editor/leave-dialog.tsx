import { useBlocker } from "@tanstack/react-router";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import type { EntryEditor } from "./use-entry-editor.ts";

/** Nobody leaves unsaved changes by accident. */
export function LeaveDialog({ editor, onAbandon }: { editor: EntryEditor; onAbandon: () => void }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => editor.isDirty,
    enableBeforeUnload: () => editor.isDirty,
    withResolver: true,
  });
  if (status !== "blocked") return null;

  async function saveAndLeave() {
    const entry = await editor.save();
    if (entry) proceed?.();
    else reset?.();
  }

  return (
    <Modal title="Save your changes?" description="This page has changes that are not saved." onClose={reset}>
      <div className="flex flex-wrap justify-end gap-2">
        <Button
          look="danger"
          className="mr-auto"
          onClick={() => {
            onAbandon();
            proceed();
          }}
        >
          Leave without saving
        </Button>
        <Button onClick={reset}>Stay</Button>
        <Button look="primary" onClick={() => void saveAndLeave()}>
          Save and leave
        </Button>
      </div>
    </Modal>
  );
}
