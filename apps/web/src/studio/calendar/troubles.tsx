import type { TypeDescription } from "@letterpress/client";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { CalendarItem } from "../connection/desk.ts";
import { troublesQuery } from "../connection/desk-queries.ts";
import { typesQuery } from "../connection/queries.ts";
import { failureWords } from "../publishing/failure-words.ts";
import { Moment } from "../ui/moment.tsx";
import { Notice } from "../ui/notice.tsx";
import { itemKey } from "./by-day.ts";
import { CalendarLink } from "./calendar-line.tsx";

/** What should have been published and was not, however long ago, and what to do about it. */
export function Troubles() {
  const { data: types } = useSuspenseQuery(typesQuery);
  const { data: troubled = [] } = useQuery(troublesQuery);
  if (troubled.length === 0) return null;
  return (
    <section aria-label="Not published" className="mb-4">
      <Notice tone="danger">
        <p className="font-medium">
          {troubled.length === 1
            ? "This was not published at its time:"
            : "These were not published at their time:"}
        </p>
        <ul className="mt-1 flex max-h-60 flex-col gap-1 overflow-y-auto">
          {troubled.map((item) => (
            <li key={itemKey(item)}>
              <CalendarLink item={item} className="text-accent underline" /> (<Moment at={item.at} />
              ): {whatToDo(item, types)}
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}

function whatToDo({ failure, entry }: CalendarItem, types: TypeDescription[]): string {
  if (!failure) return "it is late, and is published as soon as a server is up.";
  const type = types.find(({ name }) => name === entry?.type);
  return `${failureWords(type, failure)} Mend it, then schedule the ${entry ? "entry" : "release"} anew.`;
}
