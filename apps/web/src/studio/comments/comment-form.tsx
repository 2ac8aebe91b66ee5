import type { FieldDescription } from "@letterpress/client";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { press } from "../connection/press.ts";
import { Button } from "../ui/button.tsx";
import { ActionProblem } from "../workflow/action-problem.tsx";
import { useBegunText } from "./use-begun-text.ts";
import { useCommentCalls } from "./use-comment-calls.ts";

interface CommentFormProps {
  entryId: string;
  /** The comment that this answers; without it, a thread begins. */
  parentId?: string;
  /** What a thread can be about. */
  fields?: readonly FieldDescription[];
  /** Closes a form that was opened for one comment. */
  onDone?: () => void;
}

/** What the box of an entry, or of an answer to one of its comments, is about. */
export const aboutOf = (entryId: string, parentId = "") => `${entryId} ${parentId}`;

/** Writes a comment. Ctrl+Enter sends it. */
export function CommentForm({ entryId, parentId, fields, onDone }: CommentFormProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const { text: body, write, sent } = useBegunText(aboutOf(entryId, parentId));
  const [field, setField] = useState("");
  const { isRunning, problem, run } = useCommentCalls(entryId);
  const isReply = parentId !== undefined;
  const text = body.trim();
  useEffect(() => {
    if (isReply) box.current?.focus();
  }, [isReply]);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (text === "") return;
    const more = { ...(isReply ? { parentId } : {}), ...(field === "" ? {} : { field }) };
    if (!(await run(() => press.comments.create({ entryId, body: text, ...more })))) return;
    sent(body);
    setField("");
    onDone?.();
  }

  return (
    <form ref={form} onSubmit={(event) => void send(event)} className="flex flex-col gap-2">
      <label htmlFor={id} className="sr-only">
        {isReply ? "Reply" : "Comment"}
      </label>
      <textarea
        id={id}
        ref={box}
        rows={isReply ? 2 : 3}
        maxLength={5000}
        placeholder={isReply ? "Reply" : "Write a comment"}
        value={body}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && isReply && text === "") {
            event.stopPropagation();
            onDone?.();
          }
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          form.current?.requestSubmit();
        }}
        className="field-box field-sizing-content max-h-60 resize-none"
      />
      <ActionProblem problem={problem} />
      <div className="flex flex-wrap items-center justify-end gap-2">
        {fields && text !== "" && (
          <select
            aria-label="About"
            value={field}
            onChange={(event) => setField(event.target.value)}
            className="field-box mr-auto w-auto! max-w-40 min-w-0 text-sm"
          >
            <option value="">About all of it</option>
            {fields.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        )}
        {isReply && <Button onClick={onDone}>Cancel</Button>}
        {(isReply || text !== "") && (
          <Button look="primary" type="submit" disabled={isRunning || text === ""}>
            {isReply ? "Reply" : "Comment"}
          </Button>
        )}
      </div>
    </form>
  );
}
