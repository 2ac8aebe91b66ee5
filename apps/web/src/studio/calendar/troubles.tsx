import { useQuery } from "@tanstack/react-query";
import type { CalendarItem } from "../connection/desk.ts";
import { calendarQuery } from "../connection/desk-queries.ts";
import { Moment } from "../ui/moment.tsx";
import { Notice } from "../ui/notice.tsx";
import { itemKey } from "./by-day.ts";
import { CalendarLink } from "./calendar-line.tsx";

/** How many days back something that was not published is looked for. */
const lookBack = 60;

/** What should have been published and was not, whatever month is shown, and what to do about it. */
export function Troubles() {
  const now = new Date();
  const from = new Date(now.getFullYear(), now.getMonth(), now.getDate() - lookBack);
  const to = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  const { data: items = [] } = useQuery(calendarQuery(from, to));
  const troubled = items.filter(({ failure, isLate }) => failure || isLate);
  if (troubled.length === 0) return null;
  return (
    <section aria-label="Not published" className="mb-4">
      <Notice tone="danger">
        <p className="font-medium">
          {troubled.length === 1
            ? "This was not published at its time:"
            : "These were not published at their time:"}
        </p>
        <ul className="mt-1 flex flex-col gap-1">
          {troubled.map((item) => (
            <li key={itemKey(item)}>
              <CalendarLink item={item} className="text-accent underline" /> (<Moment at={item.at} />
              ): {whatToDo(item)}
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}

function whatToDo({ failure, entry }: CalendarItem): string {
  if (!failure) return "it is late, and is published as soon as a server is up.";
  return `${failure.message} Mend it, then schedule the ${entry ? "entry" : "release"} anew.`;
}
