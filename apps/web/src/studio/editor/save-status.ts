import { type EditorState, isDirty } from "./editor-state.ts";

export interface SaveStatus {
  text: string;
  tone: "calm" | "waiting" | "warning";
}

/** The one sentence that tells where the text is. */
export function saveStatus(
  state: EditorState,
  { isOnline, now }: { isOnline: boolean; now: Date },
): SaveStatus {
  const { activity, saved, setback, isKept } = state;
  if (activity === "saving") return { text: "Saving…", tone: "waiting" };
  if (state.theirs) return { text: "Changed elsewhere", tone: "warning" };
  if (isDirty(state)) {
    const isCutOff = !isOnline || setback?.code === "UNREACHABLE";
    if (isCutOff && !isKept) return { text: "Offline – kept only on this page", tone: "warning" };
    if (isCutOff) return { text: "Offline – kept in this browser", tone: "warning" };
    if (setback) return { text: "Not saved – trying again", tone: "warning" };
    if (state.isAutosaving) return { text: "Saving…", tone: "waiting" };
    return { text: "Unsaved changes", tone: "waiting" };
  }
  if (!saved) return { text: "Not saved yet", tone: "calm" };
  const text = `Saved ${timeOf(saved.updatedAt, now)}`;
  const isBehind = saved.schedule !== null && saved.schedule.version < saved.version;
  return { text: isBehind ? `${text} – after what is scheduled` : text, tone: "calm" };
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
