import type { ItemRecord } from "./export-record.ts";

const PUBLISHED = "publish";
const NOTES = new Map([
  ["draft", "It was a draft in WordPress."],
  ["auto-draft", "It was an unfinished draft in WordPress."],
  ["pending", "It was waiting for review; it became a draft."],
  ["private", "It was private; it became a draft."],
]);

/** Only what every reader could see is published; everything else becomes a draft, and the note says why. */
export function planStatus(item: ItemRecord): { status: "publish" | "draft"; note: string | undefined } {
  if (item.status === PUBLISHED && item.password === "") return { status: "publish", note: undefined };
  return { status: "draft", note: noteFor(item) };
}

function noteFor({ status, password, date }: ItemRecord): string {
  if (status === "future") {
    const day = date ? ` for ${date.toISOString().slice(0, 10)}` : "";
    return `It was scheduled${day}; it became a draft.`;
  }
  if (password !== "" && status === PUBLISHED) return "It was protected by a password; it became a draft.";
  return NOTES.get(status) ?? `Its status in WordPress ("${status}") is unknown here; it became a draft.`;
}
