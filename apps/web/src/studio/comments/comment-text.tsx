import type { Comment } from "@letterpress/client";
import type { ReactNode } from "react";
import { When } from "../ui/when.tsx";

/** Who said what, and when. */
export function CommentText({ comment, children }: { comment: Comment; children?: ReactNode }) {
  const { author, createdAt, version, body } = comment;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{author.name}</span>
        <span className="text-sm text-muted">
          <When date={createdAt} /> · version {version}
        </span>
        {children}
      </p>
      <p className="break-words whitespace-pre-wrap">{body}</p>
    </div>
  );
}
