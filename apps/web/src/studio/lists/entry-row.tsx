import type { EntrySummary, UpcomingChange } from "@letterpress/client";
import { Link } from "@tanstack/react-router";
import { UpcomingChip } from "../releases/upcoming-chip.tsx";
import { Icon } from "../ui/icon.tsx";
import { Moment } from "../ui/moment.tsx";
import { StatusChip } from "../ui/status-chip.tsx";
import { When } from "../ui/when.tsx";

interface EntryRowProps {
  entry: EntrySummary;
  /** Who is to work on it next, where that is known. */
  assignee: string | undefined;
  /** The release that will change it by itself. */
  upcoming: UpcomingChange | undefined;
  isSelected: boolean;
  /** `isRange`: all rows from the last one that was selected to this one. */
  onSelect: (id: string, isRange: boolean) => void;
}

export function EntryRow({ entry, assignee, upcoming, isSelected, onSelect }: EntryRowProps) {
  const title = entry.title || "Untitled";
  const { schedule } = entry;
  return (
    <li
      data-entry={entry.id}
      className={`flex items-stretch border-b border-line last:border-b-0 ${isSelected ? "bg-accent-tint" : "hover:bg-canvas"}`}
    >
      <label className="grid w-11 shrink-0 cursor-pointer place-items-center">
        <input
          type="checkbox"
          aria-label={`Select ${title}`}
          checked={isSelected}
          onChange={({ nativeEvent }) =>
            onSelect(entry.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }
          className="size-4 accent-accent"
        />
      </label>
      <Link
        to="/entries/$type/$id"
        params={{ type: entry.type, id: entry.id }}
        className="grid min-w-0 flex-1 grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-1 py-3 pr-4 outline-offset-[-2px]! sm:grid-cols-[minmax(0,1fr)_7rem_11rem]"
      >
        <span className="col-span-2 min-w-0 sm:col-span-1">
          <span className={`font-medium wrap-anywhere ${entry.title ? "" : "text-muted italic"}`}>
            {title}
          </span>
          {(assignee !== undefined || schedule || upcoming) && (
            <span className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-muted">
              {schedule && (
                <span className={`inline-flex items-center gap-1 ${schedule.failure ? "text-danger" : ""}`}>
                  <Icon name="clock" size={14} />
                  <span>
                    {schedule.failure && "Failed: "}
                    <Moment at={schedule.at} />
                  </span>
                </span>
              )}
              {upcoming && <UpcomingChip change={upcoming} />}
              {assignee !== undefined && (
                <span className="inline-flex items-center gap-1">
                  <Icon name="person" size={14} />
                  <span className="sr-only">Assigned to </span>
                  {assignee}
                </span>
              )}
            </span>
          )}
        </span>
        <span className="relative -top-px">
          <StatusChip status={entry.status} />
        </span>
        <span className="text-right text-sm text-muted">
          <span className="sr-only sm:not-sr-only">Changed </span>
          <When date={entry.updatedAt} />
        </span>
      </Link>
    </li>
  );
}
