import type { Comment } from "@letterpress/client";
import { expect, it } from "vitest";
import { openCount, threadsOf } from "../../src/studio/comments/threads-of.ts";

const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
  id,
  entryId: "e",
  parentId: null,
  version: 1,
  field: null,
  body: id,
  author: { id: null, name: "Ann" },
  createdAt: new Date(0),
  resolvedAt: null,
  isMine: false,
  ...more,
});

it("replies stand under what they answer, and only threads are counted", () => {
  const all = [
    comment("a"),
    comment("b", { resolvedAt: new Date() }),
    comment("a1", { parentId: "a" }),
    comment("b1", { parentId: "b" }),
    comment("a2", { parentId: "a" }),
  ];
  expect(threadsOf(all).map(({ first, replies }) => [first.id, replies.map(({ id }) => id)])).toEqual([
    ["a", ["a1", "a2"]],
    ["b", ["b1"]],
  ]);
  expect(openCount(all)).toBe(1);
});
