import { expect, test } from "vitest";
import { type EditorState, startState } from "../../src/studio/editor/editor-state.ts";
import { saveStatus } from "../../src/studio/editor/save-status.ts";
import { type Spoken, spokenStatus } from "../../src/studio/editor/spoken-status.ts";
import { testEntry, testFields } from "./test-entry.ts";

const calm: EditorState = {
  ...startState({ fields: testFields, saved: testEntry(1, { title: "A", body: "" }), changes: {} } as never),
  isKept: true,
};
const typing: EditorState = { ...calm, changes: { title: "B" } };

/** What is said while an editor goes through states. */
function said(...states: EditorState[]): string[] {
  let spoken: Spoken = { text: "", isAsked: false };
  return states.map((state) => {
    spoken = spokenStatus(spoken, state, saveStatus(state, { isOnline: true, now: new Date() }));
    return spoken.text;
  });
}

test("typing and autosaves are not spoken", () => {
  expect(said(calm, typing, { ...typing, isAutosaving: true }, calm)).toEqual(["", "", "", ""]);
});

test("the end of a save that was asked for is spoken, until something is typed", () => {
  const saving: EditorState = { ...typing, activity: "saving" };
  expect(said(typing, saving, calm, typing, { ...typing, isAutosaving: true }, calm)).toEqual([
    "",
    "",
    "The draft is saved.",
    "",
    "",
    "",
  ]);
});

test("warnings are spoken, whoever asked for the save", () => {
  const cutOff: EditorState = {
    ...typing,
    setback: { code: "UNREACHABLE", message: "", details: undefined, requestId: null } as never,
  };
  expect(said(typing, cutOff)).toEqual(["", "Offline – kept in this browser"]);
});
