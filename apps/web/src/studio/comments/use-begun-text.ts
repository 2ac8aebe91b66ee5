import { useState } from "react";
import { useMe } from "../auth/use-me.ts";

/** What was begun and not sent, by person and by what it is about. */
const begun = new Map<string, string>();

const keyOf = (userId: string, about: string) => `${userId} ${about}`;

/** Whether this person has begun to write about something. */
export function hasBegun(userId: string, about: string): boolean {
  return begun.has(keyOf(userId, about));
}

/**
 * The text of a box that comes and goes with panels, tabs and dialogs: it is still there when the box comes back.
 * `sent` empties the box, but for what was typed while it was sent.
 */
export function useBegunText(about: string) {
  const key = keyOf(useMe().id, about);
  const [text, show] = useState(() => begun.get(key) ?? "");

  function write(next: string) {
    if (next === "") begun.delete(key);
    else begun.set(key, next);
    show(next);
  }

  function sent(what: string) {
    if ((begun.get(key) ?? "") === what) write("");
  }

  return { text, write, sent };
}
