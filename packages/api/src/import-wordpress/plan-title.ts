import type { ItemRecord } from "./export-record.ts";
import { plainText } from "./plain-text.ts";

/** In UTF-16 units: what the content types that a publication begins with take. */
const MAX_LENGTH = 160;
const MAX_DERIVED_LENGTH = 60;

/** A title in plain text for every item. The note says when it is not the one that it had. */
export function planTitle(item: ItemRecord): { title: string; note: string | undefined } {
  const title = plainText(item.title);
  if (title.length > MAX_LENGTH) {
    return {
      title: shorten(title, MAX_LENGTH),
      note: `Its title was shortened from ${title.length} characters.`,
    };
  }
  if (title) return { title, note: undefined };
  const text = plainText(item.content.replace(/\[[^\]\n]{0,1000}\]/g, " "))
    .replace(/https?:\S+/g, "")
    .trim();
  if (!text) return { title: "Untitled", note: "It had no title." };
  return { title: shorten(text, MAX_DERIVED_LENGTH), note: "It had no title; its first words became one." };
}

/** At the end of a word where there is one, with an ellipsis. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "");
  const space = text.charAt(start.length) === " " ? start.length : start.lastIndexOf(" ");
  const kept = space > length / 2 ? start.slice(0, space) : start;
  return `${kept.replace(/[\s.,;:!?\u2026-]+$/, "")}…`;
}
