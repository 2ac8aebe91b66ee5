import { useState } from "react";
import type { EditorState } from "./editor-state.ts";
import type { SaveStatus } from "./save-status.ts";
import { spokenStatus } from "./spoken-status.ts";

/** Says to screen readers what they must know of saving. Nobody sees it. */
export function SpokenLine({ state, status }: { state: EditorState; status: SaveStatus }) {
  const [spoken, setSpoken] = useState({ text: "", isAsked: false });
  const next = spokenStatus(spoken, state, status);
  if (next.text !== spoken.text || next.isAsked !== spoken.isAsked) setSpoken(next);
  return (
    <p role="status" className="sr-only">
      {next.text}
    </p>
  );
}
