import { type EditorState, isDirty } from "./editor-state.ts";

export interface SaveStatus {
  text: string;
  tone: "calm" | "waiting" | "warning";
}

const doing = {
  saving: "Saving…",
  publishing: "Publishing…",
  unpublishing: "Unpublishing…",
  deleting: "Deleting…",
} as const;

/** The one sentence that tells where the text is. */
export function saveStatus(
  state: Pick<EditorState, "saved" | "changes" | "unreadable" | "activity" | "theirs" | "problem">,
  { isOnline, now }: { isOnline: boolean; now: Date },
): SaveStatus {
  if (state.activity !== "idle") return { text: doing[state.activity], tone: "waiting" };
  if (state.theirs) return { text: "Changed elsewhere", tone: "warning" };
  const hasChanges = isDirty(state);
  if (hasChanges && (!isOnline || state.problem?.code === "UNREACHABLE"))
    return { text: "Offline – kept in this browser", tone: "warning" };
  if (hasChanges) return { text: "Unsaved changes", tone: "waiting" };
  if (!state.saved) return { text: "Not saved yet", tone: "calm" };
  return { text: `Saved ${timeOf(state.saved.updatedAt, now)}`, tone: "calm" };
}

/** The time of today, the day of any other. */
export function timeOf(date: Date, now: Date): string {
  if (date.toDateString() === now.toDateString())
    return date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const isThisYear = date.getFullYear() === now.getFullYear();
  return date.toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
  });
}
