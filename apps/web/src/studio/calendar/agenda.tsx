import type { CalendarItem } from "../connection/desk.ts";
import { StatusChip } from "../ui/status-chip.tsx";
import { itemKey } from "./by-day.ts";
import { CalendarLink } from "./calendar-line.tsx";
import { dayKey } from "./month.ts";

/** The days of a month that have something, one under the other: the calendar of narrow screens. */
export function Agenda({ days }: { days: Map<string, CalendarItem[]> }) {
  const today = dayKey(new Date());
  return (
    <ol className="flex flex-col gap-4">
      {[...days].map(([key, items]) => (
        <li key={key}>
          <h2 className="mb-1 text-sm font-semibold text-muted">
            {items[0]?.at.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" })}
            {key === today && " · today"}
          </h2>
          <ul className="overflow-hidden rounded-lg border border-line bg-surface">
            {items.map((item) => (
              <li
                key={itemKey(item)}
                className="flex items-center justify-between gap-3 border-b border-line pr-3 last:border-b-0"
              >
                <CalendarLink item={item} className="min-w-0 flex-1 py-2.5 pl-3 wrap-anywhere" />
                {item.failure || item.isLate ? (
                  <span className="text-xs font-semibold text-danger">
                    {item.failure ? "Failed" : "Late"}
                  </span>
                ) : (
                  item.entry && <StatusChip status={item.kind === "published" ? "published" : "scheduled"} />
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
