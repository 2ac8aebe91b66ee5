import type { TypeDescription } from "@letterpress/client";
import { useMe } from "../auth/use-me.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import type { KeptText } from "./kept-text.ts";
import { nameOf, noteText } from "./note-text.ts";
import { timeOf } from "./save-status.ts";
import type { EntryEditor } from "./use-entry-editor.ts";

interface EditorNoticesProps {
  type: TypeDescription;
  editor: EntryEditor;
  /** Unsaved changes that this browser had kept when the editor opened. */
  kept: KeptText | null;
}

/** What must be said about the entry as a whole, above its fields. */
export function EditorNotices({ type, editor, kept }: EditorNoticesProps) {
  const me = useMe();
  const { saved, problem, theirs, isComparing, issues, isHeld, isKept, setback, note } = editor.state;
  const count = Object.keys(issues).length;
  const thing = type.label.toLowerCase();
  return (
    <>
      {kept && isHeld && editor.isDirty && (
        <Notice
          tone="note"
          actions={
            <>
              <Button onClick={editor.release}>Keep</Button>
              <Button onClick={() => void editor.discard()}>Discard</Button>
            </>
          }
        >
          Unsaved changes from {timeOf(new Date(kept.keptAt), new Date())} have been brought back.
        </Notice>
      )}
      {theirs && !isComparing && (
        <Notice tone="note" actions={<Button onClick={() => editor.compare(true)}>Compare</Button>}>
          {nameOf(theirs.author, me.id)} saved this {thing} meanwhile, and changed what you changed, too. Your
          changes are not saved until you have chosen.
        </Notice>
      )}
      {saved && !saved.actions.includes("save") && editor.isDirty && (
        <Notice tone="note">
          {saved.status === "archived"
            ? "It is archived: reopen it to save your changes."
            : `As it stands now, you cannot save this ${thing}: your changes are only in this browser.`}
        </Notice>
      )}
      {note && (
        <Notice tone="note" actions={<Button onClick={editor.dismissNote}>Dismiss</Button>}>
          {noteText(note, me.id)}
        </Notice>
      )}
      {!isKept && editor.isDirty && (setback || theirs || isHeld || problem) && (
        <Notice tone="danger">
          This browser could not keep a copy of your changes: its storage is full or switched off. They are
          only on this page, so leave it open until they are saved.
        </Notice>
      )}
      {problem?.code === "ENTRY_INCOMPLETE" && count > 0 && (
        <Notice tone="danger">
          Saved, but not published yet: {count === 1 ? "one field is" : `${count} fields are`} not ready. What
          is missing stands beside it.
        </Notice>
      )}
      {problem && problem.code !== "ENTRY_INCOMPLETE" && (
        <Notice tone="danger" actions={<Button onClick={editor.dismiss}>Dismiss</Button>}>
          {problem.code === "ENTRY_MISSING" ? (
            <p>Someone deleted this {thing} meanwhile. What you see is still here to copy into a new one.</p>
          ) : problem.code === "UNREACHABLE" ? (
            <p>The server cannot be reached. Your changes are saved as soon as it can be again.</p>
          ) : (
            <ProblemText problem={problem} />
          )}
        </Notice>
      )}
    </>
  );
}
