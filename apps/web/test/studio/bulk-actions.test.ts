import { expect, test } from "vitest";
import { fittingEntries, possibleActions } from "../../src/studio/lists/bulk-actions.ts";
import { testEntry } from "./test-entry.ts";

const reviewed = testEntry(1, {}, { id: "1", status: "inReview", actions: ["approve", "publish"] });
const published = testEntry(1, {}, { id: "2", status: "published", actions: ["publish", "unpublish"] });
const locked = testEntry(1, {}, { id: "3", actions: [] });
const all = [reviewed, published, locked];

test("the bar offers what the server allows with at least one of the selected entries, and nothing else", () => {
  expect(possibleActions(all).map(({ action }) => action)).toEqual(["approve", "publish", "unpublish"]);
  expect(possibleActions([locked])).toEqual([]);
});

test("it is done with those it can be done with; what readers see already is not published again", () => {
  expect(fittingEntries("approve", all)).toEqual([reviewed]);
  expect(fittingEntries("publish", all)).toEqual([reviewed]);
  expect(fittingEntries("assign", all)).toEqual(all);
});
