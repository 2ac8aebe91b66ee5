import type { Comment, TypeDescription } from "@letterpress/client";
import { useState } from "react";
import { useMe } from "../auth/use-me.ts";
import { press } from "../connection/press.ts";
import { fieldName } from "../publishing/field-name.ts";
import { goToField } from "../publishing/go-to-field.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { ActionProblem } from "../workflow/action-problem.tsx";
import { aboutOf, CommentForm } from "./comment-form.tsx";
import { CommentText } from "./comment-text.tsx";
import type { Thread } from "./threads-of.ts";
import { hasBegun } from "./use-begun-text.ts";
import { useCommentCalls } from "./use-comment-calls.ts";

interface CommentThreadProps {
  thread: Thread;
  type: TypeDescription;
  entryId: string;
  /** May take away what others wrote. */
  mayDeleteAll: boolean;
}

/** A comment with what was answered to it, until somebody calls it done. */
export function CommentThread({ thread, type, entryId, mayDeleteAll }: CommentThreadProps) {
  const { first, replies } = thread;
  const { isRunning, problem, run } = useCommentCalls(entryId);
  const me = useMe();
  const [isReplying, setReplying] = useState(() => hasBegun(me.id, aboutOf(entryId, first.id)));
  const [deleting, setDeleting] = useState<Comment | null>(null);
  const isResolved = first.resolvedAt !== null;
  const about = first.field === null ? "" : fieldName(type.fields, first.field);
  const remove = (comment: Comment) =>
    (comment.isMine || mayDeleteAll) && (
      <Small label={`Delete the comment of ${comment.author.name}`} onClick={() => setDeleting(comment)}>
        Delete
      </Small>
    );
  return (
    <article
      aria-label={`Comment of ${first.author.name}`}
      className={`flex flex-col gap-2 rounded-lg border border-line p-3 ${isResolved ? "bg-canvas" : "bg-surface"}`}
    >
      {about !== "" && (
        <button
          type="button"
          onClick={() => goToField(first.field ?? "")}
          className="min-h-6 self-start rounded bg-accent-tint px-2 text-sm font-medium text-accent"
        >
          {about}
        </button>
      )}
      <CommentText comment={first}>{remove(first)}</CommentText>
      {replies.map((reply) => (
        <div key={reply.id} className="border-l-2 border-line pl-3">
          <CommentText comment={reply}>{remove(reply)}</CommentText>
        </div>
      ))}
      <ActionProblem problem={problem} />
      {isReplying ? (
        <CommentForm entryId={entryId} parentId={first.id} onDone={() => setReplying(false)} />
      ) : (
        <div className="flex gap-2">
          {!isResolved && <Button onClick={() => setReplying(true)}>Reply</Button>}
          <Button
            look="quiet"
            disabled={isRunning}
            onClick={() =>
              void run(() => press.comments[isResolved ? "reopen" : "resolve"]({ id: first.id }))
            }
          >
            <Icon name={isResolved ? "up" : "check"} size={16} />
            {isResolved ? "Reopen" : "Resolve"}
          </Button>
        </div>
      )}
      {deleting && (
        <ConfirmDialog
          title="Delete this comment?"
          confirm="Delete"
          isDangerous
          onConfirm={() => {
            setDeleting(null);
            void run(() => press.comments.delete({ id: deleting.id }));
          }}
          onCancel={() => setDeleting(null)}
        >
          It goes for good{deleting.parentId === null && replies.length > 0 ? ", with its replies" : ""}.
        </ConfirmDialog>
      )}
    </article>
  );
}

function Small({ label, children, onClick }: { label: string; children: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="ml-auto min-h-6 text-sm text-muted underline hover:text-ink"
    >
      {children}
    </button>
  );
}
