import { Link } from "@tanstack/react-router";
import type { CalendarItem } from "../connection/desk.ts";
import { Icon } from "../ui/icon.tsx";
import { type LineState, lineState } from "./line-state.ts";

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** What a line of the calendar is about: an entry or a release. */
export function CalendarLink({ item, className }: { item: CalendarItem; className: string }) {
  const { entry, release } = item;
  if (entry)
    return (
      <Link to="/entries/$type/$id" params={{ type: entry.type, id: entry.id }} className={className}>
        <CalendarText item={item} />
      </Link>
    );
  if (release)
    return (
      <Link to="/releases/$id" params={{ id: release.id }} className={className}>
        <CalendarText item={item} />
      </Link>
    );
  return null;
}

const spoken: Record<LineState, string> = { troubled: "Late: ", toCome: "Scheduled: ", done: "Published: " };

function CalendarText({ item }: { item: CalendarItem }) {
  const { kind, at, entry, release, failure } = item;
  return (
    <>
      <time dateTime={at.toISOString()} className="mr-1.5 tabular-nums">
        {at.toLocaleTimeString("en-GB", clock)}
      </time>
      {kind === "release" && (
        <span className="mr-1 inline-block align-[-2px]">
          <Icon name="release" size={14} />
        </span>
      )}
      <span className="sr-only">
        {failure ? "Failed: " : spoken[lineState(item, new Date())]}
        {kind === "release" && "release "}
      </span>
      <span className="font-medium">{entry ? entry.title || "Untitled" : release?.name}</span>
    </>
  );
}

/** How a line looks. */
export const stateLooks: Record<LineState, string> = {
  troubled: "bg-danger-tint text-danger",
  toCome: "bg-accent-tint text-accent",
  done: "bg-sage-tint text-sage",
};
