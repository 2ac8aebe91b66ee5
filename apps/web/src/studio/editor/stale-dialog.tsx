import type { TypeDescription } from "@letterpress/client";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { When } from "../ui/when.tsx";
import { type Difference, differences } from "./changes.ts";
import { savedFields, type Theirs } from "./editor-state.ts";
import { ShownSide } from "./shown-side.tsx";
import type { EntryEditor } from "./use-entry-editor.ts";

interface StaleDialogProps {
  type: TypeDescription;
  theirs: Theirs;
  editor: EntryEditor;
}

const notes: Record<Difference["changedBy"], string> = {
  both: "Changed by both of you",
  them: "Changed by them; keeping yours leaves theirs here",
  me: "Changed by you",
};

/** Somebody saved first: shows what differs, and lets the person choose. Nothing is overwritten unseen. */
export function StaleDialog({ type, theirs, editor }: StaleDialogProps) {
  const { changes, activity } = editor.state;
  const rows = differences(type.fields, { base: savedFields(editor.state), changes, theirs: theirs.fields });
  return (
    <Modal
      wide
      title="Changed elsewhere"
      description={
        <>
          Someone saved this {type.label.toLowerCase()} <When date={theirs.updatedAt} />, after you opened it.
        </>
      }
      onClose={() => editor.compare(false)}
    >
      {rows.length === 0 && <p className="mb-4">Both versions say the same.</p>}
      <div className="mb-5 flex flex-col gap-4">
        {rows.map(({ field, theirs: there, mine, changedBy }) => (
          <section key={field.name} className="rounded-lg border border-line" aria-label={field.label}>
            <h3 className="flex flex-wrap justify-between gap-x-4 border-b border-line px-3 py-2 font-semibold">
              {field.label}
              <span className={`text-sm font-medium ${changedBy === "both" ? "text-danger" : "text-muted"}`}>
                {notes[changedBy]}
              </span>
            </h3>
            <div className="grid sm:grid-cols-2 sm:divide-x sm:divide-line">
              <ShownSide title="Theirs" field={field} value={there} other={mine} />
              <ShownSide title="Yours" field={field} value={mine} other={there} />
            </div>
          </section>
        ))}
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => void editor.takeTheirs()} disabled={activity !== "idle"}>
          Take theirs
        </Button>
        <Button look="primary" onClick={() => void editor.keepMine()} disabled={activity !== "idle"}>
          Keep mine on top of theirs
        </Button>
      </div>
    </Modal>
  );
}
