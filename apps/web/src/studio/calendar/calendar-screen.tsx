import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { seesOnlyOwn } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { calendarQuery } from "../connection/desk-queries.ts";
import { zoneAt } from "../fields/local-time.ts";
import { Button } from "../ui/button.tsx";
import { EmptyBox } from "../ui/empty-box.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { ScreenHeader } from "../ui/screen-header.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { Agenda } from "./agenda.tsx";
import { byDay } from "./by-day.ts";
import { firstDay } from "./first-day.ts";
import { Legend } from "./legend.tsx";
import { monthAfter, monthOf, monthText, readMonth, weeksOf } from "./month.ts";
import { MonthTable } from "./month-table.tsx";
import { Troubles } from "./troubles.tsx";

const route = getRouteApi("/shell/calendar");

/** What was published, what will be, and what should have been. */
export function CalendarScreen() {
  const { role } = useMe();
  const { month: text } = route.useSearch();
  const navigate = route.useNavigate();
  const thisMonth = monthOf(new Date());
  const month = readMonth(text) ?? thisMonth;
  const weeks = weeksOf(month, firstDay());
  const first = weeks[0]?.[0] ?? new Date();
  const last = weeks.at(-1)?.[6] ?? first;
  const after = new Date(last.getFullYear(), last.getMonth(), last.getDate() + 1);
  const calendar = useQuery(calendarQuery(first, after));
  const days = byDay(calendar.data ?? []);
  const ofMonth = new Map([...days].filter(([key]) => key.startsWith(monthText(month))));
  const name = new Date(month.year, month.month - 1, 1).toLocaleDateString("en-GB", {
    month: "long",
    year: "numeric",
  });

  const go = (by: number) =>
    void navigate({ search: { month: monthText(monthAfter(month, by)) }, replace: true });
  const goToday = () => void navigate({ search: {}, replace: true });
  useShortcuts({ ArrowLeft: () => go(-1), ArrowRight: () => go(1), t: goToday });

  return (
    <div className="mx-auto max-w-6xl px-4 py-6 lg:px-8 lg:py-8">
      <PageTitle title={`Calendar, ${name}`} />
      <ScreenHeader title="Calendar">
        <IconButton icon="back" label="Month before" keys="←" onClick={() => go(-1)} />
        <p aria-live="polite" className="min-w-36 text-center font-medium">
          {name}
        </p>
        <IconButton icon="next" label="Month after" keys="→" onClick={() => go(1)} />
        <Button onClick={goToday} aria-keyshortcuts="t" disabled={monthText(month) === monthText(thisMonth)}>
          Today
        </Button>
      </ScreenHeader>
      <Troubles />
      {calendar.isError && (
        <div className="mb-4">
          <Notice tone="danger" actions={<Button onClick={() => void calendar.refetch()}>Try again</Button>}>
            <ProblemText problem={calendar.error.problem} />
          </Notice>
        </div>
      )}
      {calendar.isPending && <p role="status" aria-label="Loading" className="sr-only" />}
      <div className={`transition-opacity ${calendar.isPlaceholderData ? "opacity-60" : ""}`}>
        <div className="hidden md:block">
          <div className="mb-2">
            <Legend />
          </div>
          <MonthTable key={monthText(month)} label={name} weeks={weeks} month={month.month} days={days} />
        </div>
        <div className="md:hidden">
          {ofMonth.size > 0 || calendar.data === undefined ? (
            <Agenda days={ofMonth} />
          ) : (
            <EmptyBox title={`Nothing in ${name}`}>
              Open an entry and choose a time for it, or give a release a time: it stands here then.
            </EmptyBox>
          )}
        </div>
      </div>
      <p className="mt-3 text-sm text-muted">
        Times are in your time zone: {zoneAt(new Date(month.year, month.month - 1, 15))}.
        {seesOnlyOwn(role) && " You see the entries that you made, and those assigned to you."}
        {calendar.data?.length === 500 && " Only the first 500 are shown."}
      </p>
    </div>
  );
}
