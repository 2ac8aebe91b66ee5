import type { Entry } from "@letterpress/client";
import { type FormEvent, useEffect, useId, useRef } from "react";
import { useBegunText } from "../comments/use-begun-text.ts";
import { entriesOf } from "../connection/entries-of.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { toast } from "../ui/toasts.tsx";
import { ActionProblem } from "./action-problem.tsx";
import { useAction } from "./use-action.ts";

interface CommentDialogProps {
  action: "submit" | "sendBack";
  type: string;
  editor: EntryEditor;
  onClose: () => void;
}

const words = {
  submit: {
    title: "Submit for review",
    description: "It waits for somebody to approve it. You can go on writing, or withdraw it.",
    label: "What should they look at?",
    button: "Submit",
    done: ({ title }: Entry) => `“${title || "Untitled"}” waits for review.`,
  },
  sendBack: {
    title: "Send back",
    description: "It becomes a draft again, for its author to work on.",
    label: "What is to be done?",
    button: "Send back",
    done: ({ title }: Entry) => `“${title || "Untitled"}” is a draft again.`,
  },
};

/** Hands the entry to somebody else, with a word about it. */
export function CommentDialog({ action, type, editor, onClose }: CommentDialogProps) {
  const { title, description, label, button, done } = words[action];
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const {
    text: comment,
    write,
    sent,
  } = useBegunText(`${action} ${editor.state.saved?.id ?? editor.state.newId}`);
  const { run, isRunning, problem } = useAction(editor);
  useEffect(() => box.current?.focus(), []);

  async function send(event: FormEvent) {
    event.preventDefault();
    const text = comment.trim();
    const entry = await run(({ id, version: expectedVersion }) =>
      entriesOf(type)[action]({ id, expectedVersion, ...(text === "" ? {} : { comment: text }) }),
    );
    if (!entry) return;
    sent(comment);
    toast(done(entry));
    onClose();
  }

  return (
    <Modal title={title} description={description} onClose={onClose}>
      <form ref={form} onSubmit={(event) => void send(event)}>
        <label htmlFor={id} className="font-semibold">
          {label} <span className="font-normal text-muted">· optional</span>
        </label>
        <textarea
          id={id}
          ref={box}
          rows={4}
          maxLength={5000}
          value={comment}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            form.current?.requestSubmit();
          }}
          className="field-box mt-1 resize-y"
        />
        <ActionProblem problem={problem} />
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={isRunning}>
            {button}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
