import type { UpcomingChange } from "@letterpress/client";
import { Icon } from "../ui/icon.tsx";
import { Moment } from "../ui/moment.tsx";

/** In which release an entry is changed by itself, and when. */
export function UpcomingChip({ change: { release, at } }: { change: UpcomingChange }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1 rounded-full bg-accent-tint px-2 py-0.5 text-xs font-semibold text-accent">
      <Icon name="release" size={14} />
      <span className="truncate">
        in {release.name}, <Moment at={at} />
      </span>
    </span>
  );
}
