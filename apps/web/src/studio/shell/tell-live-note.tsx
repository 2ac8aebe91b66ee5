import { Link } from "@tanstack/react-router";
import { attempt } from "../connection/call.ts";
import { press } from "../connection/press.ts";
import { quietToast } from "../ui/toasts.tsx";
import { beginningOf } from "./beginning-of.ts";
import type { LiveNote } from "./live-note.ts";

const link = "font-semibold underline";

/** Shows quietly what others have just done, one line at a time. */
export async function tellLiveNote(note: LiveNote): Promise<void> {
  const { before, about, after } = note;
  if (about === null) return quietToast("live", before);
  const said = await wordsOf(note);
  quietToast(
    "live",
    <>
      {before} “
      {about.kind === "entry" ? (
        <Link to="/entries/$type/$id" params={{ type: about.type, id: about.id }} className={link}>
          {about.title}
        </Link>
      ) : (
        <Link to="/releases/$id" params={{ id: about.id }} className={link}>
          {about.title}
        </Link>
      )}
      ”{after}
      {said === null ? "." : `: ${said}`}
    </>,
  );
}

/** The event does not have them: a comment that is deleted must be gone. */
async function wordsOf({ about, commentId }: LiveNote): Promise<string | null> {
  if (about?.kind !== "entry" || commentId === null) return null;
  const comments = await attempt(press.comments.list({ entryId: about.id }));
  const comment = comments.ok && comments.data.find(({ id }) => id === commentId);
  return comment ? beginningOf(comment.body) : null;
}
