import type { Prisma } from "@letterpress/db/generated/client";
import { storableText } from "@letterpress/model/storable-text";
import { z } from "zod";
import type { Actor } from "../access/actor.ts";

/** What a reviewer says of an entry. */
export interface Comment {
  id: string;
  entryId: string;
  /** The comment that this one answers; `null` for one that begins a thread. */
  parentId: string | null;
  /** The version of the entry that it was written about. */
  version: number;
  /** Dotted path of the field that it is about; `null` for the entry as a whole. */
  field: string | null;
  body: string;
  /** With the name that they had. `id` is `null` for programs, and for Letterpress itself. */
  author: { id: string | null; name: string };
  createdAt: Date;
  /** When somebody said that the thread is settled; of the comment that begins it. */
  resolvedAt: Date | null;
  /** Whether whoever asked has written it. */
  isMine: boolean;
}

export const commentBody = storableText()
  .trim()
  .min(1, "Write something.")
  .max(5000, "Use at most 5000 characters.");

export const commentOutput = z.object({
  id: z.string(),
  entryId: z.string(),
  parentId: z.string().nullable(),
  version: z.number(),
  field: z.string().nullable(),
  body: z.string(),
  author: z.object({ id: z.string().nullable(), name: z.string() }),
  createdAt: z.date(),
  resolvedAt: z.date().nullable(),
  isMine: z.boolean(),
});

export const commentSelect = {
  id: true,
  entryId: true,
  parentId: true,
  version: true,
  field: true,
  body: true,
  authorId: true,
  authorName: true,
  createdAt: true,
  resolvedAt: true,
} as const satisfies Prisma.CommentSelect;

export type CommentRow = Prisma.CommentGetPayload<{ select: typeof commentSelect }>;

export function toComment(actor: Actor, row: CommentRow): Comment {
  const { authorId, authorName, ...comment } = row;
  const isMine = actor.kind === "user" && actor.userId === authorId;
  return { ...comment, author: { id: authorId, name: authorName }, isMine };
}
