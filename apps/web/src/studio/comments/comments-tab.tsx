import type { TypeDescription } from "@letterpress/client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { may } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { counted } from "../publishing/time-words.ts";
import { Button } from "../ui/button.tsx";
import { ActionProblem } from "../workflow/action-problem.tsx";
import { aboutOf, CommentForm } from "./comment-form.tsx";
import { CommentThread } from "./comment-thread.tsx";
import { commentsQuery } from "./comments-query.ts";
import { threadsOf } from "./threads-of.ts";
import { hasBegun } from "./use-begun-text.ts";

/** What is said of the entry, the unresolved first. */
export function CommentsTab({ type, entryId }: { type: TypeDescription; entryId: string }) {
  const { id: meId, role } = useMe();
  const { data, error } = useQuery(commentsQuery(entryId));
  const [showsResolved, setShowsResolved] = useState(false);
  const threads = threadsOf(data ?? []);
  const open = threads.filter(({ first }) => first.resolvedAt === null);
  const resolved = threads.filter(({ first }) => first.resolvedAt !== null);
  // Somebody may call a thread done while an answer is being written.
  const answered = resolved.filter(({ first }) => hasBegun(meId, aboutOf(entryId, first.id)));
  const shown = [...open, ...(showsResolved ? resolved : answered)];
  return (
    <div className="flex flex-col gap-3">
      <CommentForm entryId={entryId} fields={type.fields} />
      {error && <ActionProblem problem={error.problem} />}
      {data && open.length === 0 && (
        <p className="text-muted">
          {resolved.length === 0
            ? "No comments yet. Say what is to be done, or what is good; whoever sees this entry can read and answer it."
            : "Everything is resolved."}
        </p>
      )}
      {shown.map((thread) => (
        <CommentThread
          key={thread.first.id}
          thread={thread}
          type={type}
          entryId={entryId}
          mayDeleteAll={may(role, "review")}
        />
      ))}
      {resolved.length > 0 && (
        <Button
          look="quiet"
          aria-expanded={showsResolved}
          className="self-start"
          onClick={() => setShowsResolved(!showsResolved)}
        >
          {showsResolved ? "Hide resolved" : `Show ${counted(resolved.length, "resolved thread")}`}
        </Button>
      )}
    </div>
  );
}
