import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CalendarItem } from "../connection/desk.ts";
import { typesQuery } from "../connection/queries.ts";
import { itemKey } from "./by-day.ts";
import { CalendarLink, stateLooks } from "./calendar-line.tsx";
import { dayOrder } from "./day-order.ts";
import { lineState } from "./line-state.ts";
import { dayKey } from "./month.ts";

/** As many lines as a day shows before it is opened. */
const shownLines = 4;

interface MonthTableProps {
  label: string;
  weeks: Date[][];
  /** From 1; days of other months are shown faint. */
  month: number;
  days: Map<string, CalendarItem[]>;
}

export function MonthTable({ label, weeks, month, days }: MonthTableProps) {
  const now = new Date();
  const today = dayKey(now);
  const { data: types } = useSuspenseQuery(typesQuery);
  const typesWithPages = new Set(types.filter(({ path }) => path !== null).map(({ name }) => name));
  const [open, setOpen] = useState<string | null>(null);
  return (
    <table
      aria-label={label}
      className="w-full table-fixed border-separate border-spacing-0 overflow-hidden rounded-lg border border-line bg-surface"
    >
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th
              key={day.getTime()}
              scope="col"
              className="border-b border-line px-2 py-1.5 text-left text-sm"
            >
              <abbr
                title={day.toLocaleDateString("en-GB", { weekday: "long" })}
                className="font-medium text-muted no-underline"
              >
                {day.toLocaleDateString("en-GB", { weekday: "short" })}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.getTime()}>
            {week.map((day) => {
              const key = dayKey(day);
              const items = dayOrder(days.get(key) ?? [], typesWithPages, now);
              const shown = open === key ? items : items.slice(0, shownLines);
              const isOther = day.getMonth() + 1 !== month;
              return (
                <td
                  key={key}
                  className={`h-24 border-line p-1 align-top not-first:border-l [tr:not(:last-child)>&]:border-b ${isOther ? "bg-canvas" : ""}`}
                >
                  <span
                    {...(key === today ? { "aria-current": "date" } : {})}
                    className={`mb-1 inline-grid size-6 place-items-center rounded-full text-sm tabular-nums ${key === today ? "bg-accent font-semibold text-on-accent" : isOther ? "text-muted" : ""}`}
                  >
                    {day.getDate()}
                  </span>
                  <ul className="flex flex-col gap-1">
                    {shown.map((item) => (
                      <li key={itemKey(item)}>
                        <CalendarLink
                          item={item}
                          className={`block min-h-6 rounded px-1.5 py-1 text-xs leading-snug wrap-anywhere hover:underline ${stateLooks[lineState(item, now)]}`}
                        />
                      </li>
                    ))}
                  </ul>
                  {items.length > shown.length && (
                    <button
                      type="button"
                      onClick={() => setOpen(key)}
                      className="mt-1 min-h-6 rounded px-1.5 text-xs font-semibold text-muted hover:text-ink hover:underline"
                    >
                      {items.length - shown.length} more
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
