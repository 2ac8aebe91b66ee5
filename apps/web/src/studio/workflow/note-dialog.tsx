import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";

/** Saves with a word about why, which the list of revisions shows. */
export function NoteDialog({ editor, onClose }: { editor: EntryEditor; onClose: () => void }) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState("");
  useEffect(() => box.current?.focus(), []);

  async function save(event: FormEvent) {
    event.preventDefault();
    onClose();
    await editor.save(note.trim());
  }

  return (
    <Modal
      title="Save with a note"
      description="The note stands beside this version among the revisions. Readers never see it."
      onClose={onClose}
    >
      <form onSubmit={(event) => void save(event)}>
        <label htmlFor={id} className="font-semibold">
          Note
        </label>
        <input
          id={id}
          ref={box}
          value={note}
          maxLength={200}
          placeholder="Shortened for the front page"
          onChange={(event) => setNote(event.target.value)}
          className="field-box mt-1 mb-4"
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Save
          </Button>
        </div>
      </form>
    </Modal>
  );
}
