import { wording } from "../wording.ts";
import { excerpt } from "./excerpt.ts";

/** A title to show: imported entries may have none. */
export function titleOf(entry: { title: string; body: { text: string } }): string {
  return entry.title.trim() || excerpt(entry.body.text, 60) || wording.untitled;
}
