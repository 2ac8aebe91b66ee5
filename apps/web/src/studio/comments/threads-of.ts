import type { Comment } from "@letterpress/client";

/** A comment and what was answered to it. */
export interface Thread {
  first: Comment;
  replies: Comment[];
}

/** Comments as threads, in the order in which they began. */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  return comments
    .filter(({ parentId }) => parentId === null)
    .map((first) => ({ first, replies: comments.filter(({ parentId }) => parentId === first.id) }));
}

/** How many threads wait for somebody. */
export function openCount(comments: readonly Comment[]): number {
  return comments.filter(({ parentId, resolvedAt }) => parentId === null && resolvedAt === null).length;
}
