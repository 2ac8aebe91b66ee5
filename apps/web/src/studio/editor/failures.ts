import type { CallError } from "@letterpress/client";
import type { FieldValues } from "../connection/entries-of.ts";
import type { EditorState } from "./editor-state.ts";
import { fieldIssues } from "./field-issues.ts";
import { meetTheirs } from "./meet-theirs.ts";

/** What passes by itself: the same save may succeed later. */
const passing: readonly CallError["code"][] = [
  "UNREACHABLE",
  "INTERNAL",
  "QUERY_TOO_SLOW",
  "TOO_MANY_ATTEMPTS",
];

/** After a call that the person asked for: what went wrong is said on the page. */
export function failed(state: EditorState, problem: CallError): EditorState {
  if (problem.code === "ENTRY_STALE")
    return meetTheirs(state, problem.details.current, problem.details.comparison, true);
  // The dialog that asks to sign in again says it all.
  if (problem.code === "NOT_SIGNED_IN") return state;
  const issues = fieldIssues(problem);
  if (Object.keys(issues).length === 0)
    return { ...state, problem, setback: passing.includes(problem.code) ? problem : state.setback };
  return {
    ...state,
    issues,
    refusals: state.refusals + 1,
    problem: problem.code === "ENTRY_INCOMPLETE" ? problem : null,
  };
}

/**
 * After a save that happened by itself: nobody is taken from what they are typing. What passes is tried again, what the
 * server refused is not, and what concerns the entry as a whole is said.
 */
export function autosaveFailed(state: EditorState, problem: CallError, sent: FieldValues): EditorState {
  if (problem.code === "ENTRY_STALE")
    return meetTheirs(state, problem.details.current, problem.details.comparison, false);
  if (problem.code === "NOT_SIGNED_IN") return state;
  if (passing.includes(problem.code)) return { ...state, setback: problem };
  const issues = fieldIssues(problem);
  const named = new Set(Object.keys(issues).map((path) => path.split(".")[0] ?? ""));
  const refused = Object.entries(sent).filter(([name]) => named.has(name));
  if (refused.length === 0)
    return { ...state, setback: null, problem, refused: { ...state.refused, ...sent } };
  return {
    ...state,
    setback: null,
    checked: { ...state.checked, ...issues },
    refused: { ...state.refused, ...Object.fromEntries(refused) },
  };
}
