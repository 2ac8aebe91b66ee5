import type { TypeDescription } from "@letterpress/client";
import { ReferrersNote } from "../bin/referrers-note.tsx";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { NothingYetDialog } from "../publishing/nothing-yet-dialog.tsx";
import { PublishDialog } from "../publishing/publish-dialog.tsx";
import { ScheduleDialog } from "../publishing/schedule-dialog.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { CommentDialog } from "./comment-dialog.tsx";
import { NoteDialog } from "./note-dialog.tsx";
import type { Workflow } from "./use-workflow.ts";

interface WorkflowDialogsProps {
  type: TypeDescription;
  editor: EntryEditor;
  workflow: Workflow;
}

/** The question that is open, if there is one. */
export function WorkflowDialogs({ type, editor, workflow }: WorkflowDialogsProps) {
  const { question, ask, doNow, moveToBin } = workflow;
  const { saved } = editor.state;
  const close = () => ask(null);
  const title = `“${saved?.title || "Untitled"}”`;
  switch (question) {
    case null:
      return null;
    case "submit":
    case "sendBack":
      return <CommentDialog action={question} type={type.name} editor={editor} onClose={close} />;
    case "note":
      return <NoteDialog editor={editor} onClose={close} />;
    case "nothingYet":
      return <NothingYetDialog type={type} onClose={close} />;
  }
  if (!saved) return null;
  switch (question) {
    case "publish":
      return (
        <PublishDialog
          {...{ type, saved, editor }}
          onSchedule={saved.actions.includes("schedule") ? () => ask("schedule") : null}
          onClose={close}
        />
      );
    case "schedule":
      return <ScheduleDialog saved={saved} editor={editor} onClose={close} />;
    case "unpublish":
      return (
        <ConfirmDialog
          title={`Unpublish ${title}?`}
          confirm="Unpublish"
          onConfirm={() => void doNow("unpublish")}
          onCancel={close}
        >
          Readers no longer see it, and its address answers “not found”. The draft stays, and you can publish
          it again.
        </ConfirmDialog>
      );
    case "delete":
      return (
        <ConfirmDialog
          title={`Move ${title} to the bin?`}
          confirm="Move to bin"
          isDangerous
          onConfirm={() => void moveToBin()}
          onCancel={close}
        >
          {saved.isPublished && "Readers no longer see it. "}
          It can be brought back from the bin for 30 days; then it goes for good, with all its versions.
          <ReferrersNote entry={saved} />
        </ConfirmDialog>
      );
  }
}
