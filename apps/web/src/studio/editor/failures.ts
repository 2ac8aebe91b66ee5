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
  "BUSY",
];

/** How many saves without an answer are remembered: the first ones, as these can have arrived, and the last. */
const mostUnanswered = 20;

/** After a call that the person asked for: what went wrong is said on the page. */
export function failed(state: EditorState, problem: CallError, sent?: FieldValues): EditorState {
  if (problem.code === "ENTRY_STALE")
    return meetTheirs(state, problem.details.current, problem.details.comparison, true);
  // The dialog that asks to sign in again says it all.
  if (problem.code === "NOT_SIGNED_IN") return state;
  const issues = fieldIssues(problem);
  if (Object.keys(issues).length === 0 && passing.includes(problem.code))
    return { ...state, problem, ...unheard(state, problem, sent) };
  if (Object.keys(issues).length === 0) return { ...state, problem };
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
  if (passing.includes(problem.code)) return { ...state, ...unheard(state, problem, sent) };
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

/** Nobody knows whether it was saved: it is tried again, and what comes back may be one's own. */
function unheard({ unanswered }: EditorState, setback: CallError, sent?: FieldValues) {
  if (!sent) return { setback };
  return { setback, unanswered: [...unanswered.slice(0, mostUnanswered - 1), sent] };
}
