import type { PressEvent } from "@letterpress/client";
import { Link } from "@tanstack/react-router";
import { type SentencePart, sentenceParts, whoDid } from "./sentence-parts.ts";

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const link = "font-medium text-accent underline wrap-anywhere";

interface EventRowProps {
  event: PressEvent;
  /** Name of the entry's content type. */
  typeLabel: string | undefined;
}

/** Who did what, when, in a sentence. */
export function EventRow({ event, typeLabel }: EventRowProps) {
  return (
    <li className="flex items-baseline gap-3 border-b border-line px-4 py-2 last:border-b-0">
      <time
        dateTime={event.at.toISOString()}
        title={event.at.toLocaleString("en-GB", { dateStyle: "full", timeStyle: "medium" })}
        className="shrink-0 text-sm text-muted tabular-nums"
      >
        {event.at.toLocaleTimeString("en-GB", clock)}
      </time>
      <p className="min-w-0 flex-1 wrap-anywhere">
        <span className="font-medium">{whoDid(event)}</span>{" "}
        {sentenceParts(event).map((part, index) => (
          <Part key={index} part={part} event={event} />
        ))}
        {event.entry && typeLabel && (
          <span className="text-sm text-muted">
            {" · "}
            {typeLabel.toLowerCase()}, version {event.entry.version}
          </span>
        )}
      </p>
    </li>
  );
}

function Part({ part, event }: { part: SentencePart; event: PressEvent }) {
  if (typeof part === "string") return part;
  const { entry, details, name } = event;
  const isGone = name === "entry.purged" || name === "release.deleted";
  if (part.kind === "entry" && entry && !isGone)
    return (
      <Link to="/entries/$type/$id" params={{ type: entry.type, id: entry.id }} className={link}>
        {part.title}
      </Link>
    );
  if (part.kind === "release" && !isGone && typeof details.releaseId === "string")
    return (
      <Link to="/releases/$id" params={{ id: details.releaseId }} className={link}>
        {part.title}
      </Link>
    );
  return <span className="font-medium">{part.title}</span>;
}
