import type { Note } from "./meet-theirs.ts";
import type { Theirs } from "./theirs.ts";

const list = new Intl.ListFormat("en", { type: "conjunction" });

/** Who saved, at the beginning of a sentence. */
export function nameOf(author: Theirs["author"], meId: string): string {
  if (author?.id === meId) return "You, in another tab,";
  return author?.name ?? "Someone else";
}

/** What somebody else's save has done to the page. */
export function noteText({ author, fields, isMerged }: Note, meId: string): string {
  const who = nameOf(author, meId);
  const what = fields.length > 4 ? `${fields.length} fields` : list.format(fields);
  return isMerged
    ? `${who} saved ${what} meanwhile: this page has it now, beside your own changes.`
    : `${who} saved ${what}: this page shows it.`;
}
