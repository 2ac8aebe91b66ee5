import { Link } from "@tanstack/react-router";
import { quietToast } from "../ui/toasts.tsx";
import type { LiveNote } from "./live-note.ts";

const link = "font-semibold underline";

/** Shows quietly what others have just published, one line at a time. */
export function tellLiveNote({ text, about }: LiveNote): void {
  quietToast(
    "live",
    about === null ? (
      text
    ) : (
      <>
        {text} “
        {about.kind === "entry" ? (
          <Link to="/entries/$type/$id" params={{ type: about.type, id: about.id }} className={link}>
            {about.title}
          </Link>
        ) : (
          <Link to="/releases/$id" params={{ id: about.id }} className={link}>
            {about.title}
          </Link>
        )}
        ” just now.
      </>
    ),
  );
}
