import { expect, test } from "vitest";
import { readHistorySearch, toEventQuery } from "../../src/studio/history/history-search.ts";

test("the last day of the history is in it to its end", () => {
  expect(toEventQuery({ from: "2026-03-09", to: "2026-03-09" })).toEqual({
    from: new Date(2026, 2, 9),
    to: new Date(2026, 2, 10),
  });
});

test("a filter of the history asks for the events of its group", () => {
  expect(toEventQuery({ did: "redirects", person: "u", autosaves: true })).toEqual({
    actorId: "u",
    names: ["redirect.created", "redirect.deleted"],
    autosaves: true,
  });
});

test("what is mistyped in the history's address is left out", () => {
  expect(
    readHistorySearch({ did: "toString", from: "yesterday", to: "2026-03-09", person: "", autosaves: "yes" }),
  ).toEqual({ to: "2026-03-09" });
});
