import type { TypeDescription } from "@letterpress/client";
import { useEffect, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import type { KeptText } from "./kept-text.ts";
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
  const { problem, theirs, isComparing, issues } = editor.state;
  const [isKeptSeen, setKeptSeen] = useState(false);
  // Saved or discarded, they are dealt with: later changes are others.
  useEffect(() => {
    if (!editor.isDirty) setKeptSeen(true);
  }, [editor.isDirty]);
  const count = Object.keys(issues).length;
  return (
    <div className="mx-auto mb-4 flex flex-col gap-3 empty:hidden">
      {kept && !isKeptSeen && editor.isDirty && (
        <Notice
          tone="note"
          actions={
            <>
              <Button onClick={() => setKeptSeen(true)}>Keep</Button>
              <Button onClick={editor.discard}>Discard</Button>
            </>
          }
        >
          Unsaved changes from {timeOf(new Date(kept.keptAt), new Date())} have been brought back.
        </Notice>
      )}
      {theirs && !isComparing && (
        <Notice tone="note" actions={<Button onClick={() => editor.compare(true)}>Compare</Button>}>
          Someone else has saved this {type.label.toLowerCase()} since you opened it.
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
            <p>
              Someone deleted this {type.label.toLowerCase()} meanwhile. What you see is still here to copy
              into a new one.
            </p>
          ) : problem.code === "UNREACHABLE" ? (
            <p>
              The server cannot be reached. Your text is kept in this browser: save again when the connection
              is back.
            </p>
          ) : (
            <ProblemText problem={problem} />
          )}
        </Notice>
      )}
    </div>
  );
}
