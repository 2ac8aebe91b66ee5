import type { Entry } from "@letterpress/client";
import { describe, expect, it } from "vitest";
import { primaryAction } from "../../src/studio/workflow/primary-action.ts";

type Actions = Entry["actions"];

const next = (status: Entry["status"], actions: Actions) =>
  primaryAction({ status, actions }, actions.includes("publish"));

describe("what comes next", () => {
  it("for whoever may publish is publishing, but for what waits for something else", () => {
    const editor: Actions = ["save", "submit", "approve", "publish", "schedule", "reopen"];
    expect(next("draft", editor)).toBe("publish");
    expect(next("changed", editor)).toBe("publish");
    expect(next("approved", editor)).toBe("publish");
    expect(next("inReview", editor)).toBe("approve");
    expect(next("scheduled", editor)).toBe("schedule");
    expect(next("archived", editor)).toBe("reopen");
  });

  it("for a contributor is a review, of the next change too", () => {
    expect(primaryAction(null, false)).toBe("submit");
    expect(next("draft", ["save", "submit"])).toBe("submit");
    expect(next("published", ["save"])).toBe("submit");
  });

  it("is nothing while it is somebody else's turn", () => {
    expect(next("inReview", ["save", "withdraw"])).toBeNull();
    expect(next("inReview", ["save", "withdraw", "publish"])).toBeNull();
    expect(next("approved", ["save"])).toBeNull();
  });
});
