import { describe, expect, test } from "vitest";
import type { Role } from "../../src/access/permissions.ts";
import { type EntryStatus, entryStatuses } from "../../src/entries/entry-status.ts";
import { isPossible, possibleActions, workflowActions } from "../../src/workflow/transitions.ts";

const user = (role: Role) => ({ kind: "user", userId: "", name: "", email: "", role }) as const;

/** What somebody who may do everything can do, by status. With readers: where readers see a revision, too. */
const possible: Record<EntryStatus, { withoutReaders: string; withReaders: string }> = {
  draft: {
    withoutReaders: "save submit schedule publish archive delete",
    // Not reached: what readers see is published or changed then.
    withReaders: "save submit schedule publish unpublish delete",
  },
  inReview: {
    withoutReaders: "save withdraw sendBack approve schedule publish archive delete",
    withReaders: "save withdraw sendBack approve schedule publish unpublish delete",
  },
  approved: {
    withoutReaders: "save sendBack schedule publish archive delete",
    withReaders: "save sendBack schedule publish unpublish delete",
  },
  scheduled: {
    withoutReaders: "save schedule unschedule publish delete",
    withReaders: "save schedule unschedule publish unpublish delete",
  },
  published: {
    // Not reached.
    withoutReaders: "save schedule publish delete",
    withReaders: "save schedule publish unpublish delete",
  },
  changed: {
    // Not reached.
    withoutReaders: "save submit schedule publish delete",
    withReaders: "save submit schedule publish unpublish delete",
  },
  unpublished: {
    withoutReaders: "save submit schedule publish archive delete",
    // Not reached.
    withReaders: "save submit schedule publish unpublish delete",
  },
  archived: { withoutReaders: "reopen delete", withReaders: "reopen delete" },
};

/** What each role may do at all. */
const allowed: Record<Role, string> = {
  // And to the bin goes a draft of their own, see below.
  contributor: "save submit withdraw",
  author: "save submit withdraw schedule unschedule publish unpublish archive reopen delete",
  editor: workflowActions.join(" "),
  admin: workflowActions.join(" "),
  owner: workflowActions.join(" "),
};

const words = (text: string) => text.split(" ");

describe.each(entryStatuses)("from %s", (status) => {
  test.each([false, true])("the workflow goes where it says here, with readers: %s", (isPublished) => {
    const { withReaders, withoutReaders } = possible[status];
    const position = { status, isPublished };
    const open = workflowActions.filter((action) => isPossible(action, position));
    expect(open).toEqual(words(isPublished ? withReaders : withoutReaders));
  });

  test.each(Object.keys(allowed) as Role[])("the role %s may do its part of that and no more", (role) => {
    for (const isPublished of [false, true]) {
      const { withReaders, withoutReaders } = possible[status];
      const expected = words(isPublished ? withReaders : withoutReaders).filter((action) =>
        words(allowed[role]).includes(action),
      );
      const position = { status, isPublished };
      expect(possibleActions(user(role), { ...position, isOwn: false })).toEqual(expected);
      const withOwn = role === "contributor" && status === "draft" ? [...expected, "delete"] : expected;
      expect(possibleActions(user(role), { ...position, isOwn: true })).toEqual(withOwn);
    }
  });
});

test("nobody may do anything, and a key that only reads neither", () => {
  const readKey = { kind: "apiKey", keyId: "", name: "", scope: "read" } as const;
  for (const status of entryStatuses)
    for (const isPublished of [false, true])
      for (const actor of [{ kind: "nobody" } as const, readKey])
        for (const isOwn of [false, true])
          expect(possibleActions(actor, { status, isPublished, isOwn })).toEqual([]);
});
