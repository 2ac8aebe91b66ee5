import type { EntrySummary } from "@letterpress/client";
import { Link } from "@tanstack/react-router";
import { StatusChip } from "../ui/status-chip.tsx";
import { When } from "../ui/when.tsx";

export function EntryRow({ entry }: { entry: EntrySummary }) {
  return (
    <li className="border-b border-line last:border-b-0">
      <Link
        to="/entries/$type/$id"
        params={{ type: entry.type, id: entry.id }}
        className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-1 px-4 py-3 outline-offset-[-2px]! hover:bg-canvas focus-visible:bg-canvas sm:grid-cols-[1fr_6.5rem_8rem]"
      >
        <span className={`col-span-2 font-medium sm:col-span-1 ${entry.title ? "" : "text-muted italic"}`}>
          {entry.title || "Untitled"}
        </span>
        <span>
          <StatusChip status={entry.status} />
        </span>
        <span className="text-right text-sm text-muted">
          <When date={entry.updatedAt} />
        </span>
      </Link>
    </li>
  );
}
