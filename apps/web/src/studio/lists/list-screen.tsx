import type { TypeDescription } from "@letterpress/client";
import { useInfiniteQuery, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useMe } from "../auth/use-me.ts";
import { usersQuery } from "../connection/desk-queries.ts";
import { entryListQuery, typesQuery } from "../connection/queries.ts";
import { useUpcoming } from "../releases/use-upcoming.ts";
import { MissingScreen } from "../shell/missing-screen.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { ScreenHeader } from "../ui/screen-header.tsx";
import { SkeletonRows } from "../ui/skeleton-rows.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { BulkResultNotice } from "./bulk-result.tsx";
import type { BulkOutcome } from "./do-in-bulk.ts";
import { EmptyList } from "./empty-list.tsx";
import { EntryRow } from "./entry-row.tsx";
import { KeyHints } from "./key-hints.tsx";
import { ListFilters, type ListSearch } from "./list-filters.tsx";
import { moveFocus } from "./move-focus.ts";
import { SelectAll } from "./select-all.tsx";
import { useSelection } from "./use-selection.ts";

const route = getRouteApi("/shell/entries/$type");

export function ListScreen() {
  const { type: name } = route.useParams();
  const { data: types } = useSuspenseQuery(typesQuery);
  const type = types.find((candidate) => candidate.name === name);
  if (!type)
    return (
      <MissingScreen title="No such content type" text={`This publication has no content type “${name}”.`} />
    );
  return <EntryList key={name} type={type} />;
}

function EntryList({ type }: { type: TypeDescription }) {
  const query = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const searchBox = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLUListElement>(null);
  const { assigned, ...wanted } = query;
  const list = useInfiniteQuery(
    entryListQuery(type.name, { ...wanted, ...(assigned ? { assigneeId: me.id } : {}) }),
  );
  const { data: users } = useQuery(usersQuery);
  const names = new Map(users?.map(({ id, name }) => [id, name]));
  const entries = list.data?.pages.flatMap((page) => page.items);
  const upcoming = useUpcoming((list.data?.pages ?? []).map((page) => page.items.map(({ id }) => id)));
  const { selected, isSelected, select, selectAll, selectOnly, clear } = useSelection(entries ?? []);
  const [result, setResult] = useState<{ outcome: BulkOutcome; done: string } | null>(null);
  const show = (search: ListSearch) => void navigate({ search, replace: true });

  useShortcuts({
    "/": () => searchBox.current?.focus(),
    n: () => void navigate({ to: "/entries/$type/$id", params: { type: type.name, id: "new" } }),
    j: () => moveFocus(rows.current, 1),
    k: () => moveFocus(rows.current, -1),
    ArrowDown: () => moveFocus(rows.current, 1),
    ArrowUp: () => moveFocus(rows.current, -1),
    x: () => {
      const id = document.activeElement?.closest<HTMLElement>("[data-entry]")?.dataset.entry;
      if (id !== undefined) select(id, false);
    },
    Escape: clear,
  });

  return (
    <div className="mx-auto max-w-4xl px-4 py-6 lg:px-8 lg:py-8">
      <PageTitle title={type.pluralLabel} />
      <ScreenHeader title={type.pluralLabel}>
        <Link
          to="/entries/$type/$id"
          params={{ type: type.name, id: "new" }}
          className={buttonClass("primary")}
          aria-keyshortcuts="n"
        >
          <Icon name="plus" />
          New {type.label.toLowerCase()}
        </Link>
      </ScreenHeader>
      <ListFilters
        type={type}
        query={query}
        onChange={show}
        onDown={() => moveFocus(rows.current, 1)}
        searchRef={searchBox}
      />
      {list.isError && (
        <Notice tone="danger" actions={<Button onClick={() => void list.refetch()}>Try again</Button>}>
          <ProblemText problem={list.error.problem} />
        </Notice>
      )}
      {result && <BulkResultNotice type={type} {...result} onClose={() => setResult(null)} />}
      {entries?.length === 0 && <EmptyList type={type} query={query} onClear={() => show({})} />}
      {entries === undefined && list.isPending && <SkeletonRows />}
      {entries !== undefined && entries.length > 0 && (
        <>
          <SelectAll
            shown={entries.length}
            selected={selected.length}
            hasMore={list.hasNextPage}
            onToggle={selectAll}
          />
          <ul
            ref={rows}
            aria-label={type.pluralLabel}
            className={`overflow-hidden rounded-lg border border-line bg-surface transition-opacity ${list.isPlaceholderData ? "opacity-60" : ""}`}
          >
            {entries.map((entry) => (
              <EntryRow
                key={entry.id}
                entry={entry}
                assignee={names.get(entry.assigneeId ?? "")}
                upcoming={upcoming.get(entry.id)}
                isSelected={isSelected(entry.id)}
                onSelect={select}
              />
            ))}
          </ul>
          <KeyHints />
        </>
      )}
      <LoadMore list={list} />
      {selected.length > 0 && (
        <BulkBar
          type={type}
          entries={selected}
          onClear={clear}
          onDone={(outcome, done) => {
            selectOnly(outcome.left);
            const isWorthTelling = outcome.problem || outcome.failed.length > 0 || outcome.hidden.length > 0;
            setResult(isWorthTelling ? { outcome, done } : null);
          }}
        />
      )}
    </div>
  );
}
