import type { PressEvent } from "@letterpress/client";
import { useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { seesOnlyOwn } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { dayKey } from "../calendar/month.ts";
import { eventListQuery } from "../connection/desk-queries.ts";
import { typesQuery } from "../connection/queries.ts";
import { Button } from "../ui/button.tsx";
import { EmptyBox } from "../ui/empty-box.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { ScreenHeader } from "../ui/screen-header.tsx";
import { SkeletonRows } from "../ui/skeleton-rows.tsx";
import { EventRow } from "./event-row.tsx";
import { HistoryFilters } from "./history-filters.tsx";
import { toEventQuery } from "./history-search.ts";

const route = getRouteApi("/shell/history");

/** Who did what to which entry, when. */
export function HistoryScreen() {
  const { role } = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: types } = useSuspenseQuery(typesQuery);
  const labels = new Map(types.map(({ name, label }) => [name, label]));
  const list = useInfiniteQuery(eventListQuery(toEventQuery(search)));
  const events = list.data?.pages.flatMap((page) => page.items);
  const days = Object.entries(Object.groupBy(events ?? [], ({ at }) => dayKey(at)));
  const isFiltered = Object.keys(search).length > 0;

  return (
    <div className="mx-auto max-w-5xl px-4 py-6 lg:px-8 lg:py-8">
      <PageTitle title="History" />
      <ScreenHeader title="History" />
      <HistoryFilters
        search={search}
        onChange={(changed) => void navigate({ search: changed, replace: true })}
      />
      {list.isError && (
        <Notice tone="danger" actions={<Button onClick={() => void list.refetch()}>Try again</Button>}>
          <ProblemText problem={list.error.problem} />
        </Notice>
      )}
      {events === undefined && list.isPending && <SkeletonRows />}
      {events?.length === 0 &&
        !list.isFetchingNextPage &&
        (isFiltered ? (
          <EmptyBox
            title="Nothing like that happened"
            action={
              <Button onClick={() => void navigate({ search: {}, replace: true })}>Show everything</Button>
            }
          >
            Widen the dates, or take a filter away.
          </EmptyBox>
        ) : (
          <EmptyBox title="Nothing has happened yet">
            Every change stands here: who made it, to what, and when. It stays when people leave.
          </EmptyBox>
        ))}
      <div className={`flex flex-col gap-5 transition-opacity ${list.isPlaceholderData ? "opacity-60" : ""}`}>
        {days.map(([day, ofDay = []]) => (
          <Day key={day} events={ofDay} labels={labels} />
        ))}
      </div>
      {seesOnlyOwn(role) && events !== undefined && events.length > 0 && (
        <p className="mt-3 text-sm text-muted">You see what happened to your entries, and what you did.</p>
      )}
      <LoadMore list={list} />
    </div>
  );
}

function Day({ events, labels }: { events: PressEvent[]; labels: Map<string, string> }) {
  const at = events[0]?.at ?? new Date();
  return (
    <section>
      <h2 className="mb-1 text-sm font-semibold text-muted">
        {at.toLocaleDateString("en-GB", { dateStyle: "full" })}
      </h2>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {events.map((event) => (
          <EventRow key={event.id} event={event} typeLabel={labels.get(event.entry?.type ?? "")} />
        ))}
      </ul>
    </section>
  );
}
