import { Link } from "@tanstack/react-router";
import type { ReleaseSummary } from "../connection/desk.ts";
import { Moment } from "../ui/moment.tsx";
import { When } from "../ui/when.tsx";
import { ReleaseChip } from "./release-chip.tsx";

export function ReleaseRow({ release }: { release: ReleaseSummary }) {
  const { id, name, note, itemCount, schedule, publishedAt, updatedAt } = release;
  return (
    <li className="border-b border-line last:border-b-0">
      <Link
        to="/releases/$id"
        params={{ id }}
        className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-1 px-4 py-3 outline-offset-[-2px]! hover:bg-canvas focus-visible:bg-canvas sm:grid-cols-[minmax(0,1fr)_7rem_9rem]"
      >
        <span className="col-span-2 min-w-0 sm:col-span-1">
          <span className="font-medium wrap-anywhere">{name}</span>
          <span className="block text-sm text-muted wrap-anywhere">
            {itemCount === 1 ? "1 entry" : `${itemCount} entries`}
            {note !== "" && ` · ${note}`}
          </span>
        </span>
        <span>
          <ReleaseChip release={release} />
        </span>
        <span className="text-right text-sm text-muted">
          {publishedAt ? (
            <When date={publishedAt} />
          ) : schedule ? (
            <Moment at={schedule.at} />
          ) : (
            <When date={updatedAt} />
          )}
        </span>
      </Link>
    </li>
  );
}
