import type { TypeDescription } from "@letterpress/client";
import { useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useRef } from "react";
import { entryListQuery, typesQuery } from "../connection/queries.ts";
import { MissingScreen } from "../shell/missing-screen.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { ScreenHeader } from "../ui/screen-header.tsx";
import { SearchBox } from "../ui/search-box.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { EmptyList } from "./empty-list.tsx";
import { EntryRow } from "./entry-row.tsx";
import { moveFocus } from "./move-focus.ts";
import { StatusFilter } from "./status-filter.tsx";

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
  const searchBox = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLUListElement>(null);
  const list = useInfiniteQuery(entryListQuery(type.name, query));
  const entries = list.data?.pages.flatMap((page) => page.items);

  useShortcuts({
    "/": () => searchBox.current?.focus(),
    n: () => void navigate({ to: "/entries/$type/$id", params: { type: type.name, id: "new" } }),
    j: () => moveFocus(rows.current, 1),
    k: () => moveFocus(rows.current, -1),
    ArrowDown: () => moveFocus(rows.current, 1),
    ArrowUp: () => moveFocus(rows.current, -1),
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
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SearchBox
          label={`Search ${type.pluralLabel.toLowerCase()}`}
          search={query.search ?? ""}
          onSearch={(search) =>
            void navigate({
              search: ({ search: _, ...rest }) => (search ? { ...rest, search } : rest),
              replace: true,
            })
          }
          onDown={() => moveFocus(rows.current, 1)}
          inputRef={searchBox}
        />
        <StatusFilter
          status={query.status}
          onChange={(status) =>
            void navigate({
              search: ({ status: _, ...rest }) => (status ? { ...rest, status } : rest),
              replace: true,
            })
          }
        />
      </div>
      {list.isError && (
        <Notice tone="danger" actions={<Button onClick={() => void list.refetch()}>Try again</Button>}>
          <ProblemText problem={list.error.problem} />
        </Notice>
      )}
      {entries?.length === 0 && (
        <EmptyList type={type} query={query} onClear={() => void navigate({ search: {}, replace: true })} />
      )}
      {entries === undefined && list.isPending && <SkeletonRows />}
      {entries !== undefined && entries.length > 0 && (
        <ul
          ref={rows}
          aria-label={type.pluralLabel}
          className={`overflow-hidden rounded-lg border border-line bg-surface transition-opacity ${list.isPlaceholderData ? "opacity-60" : ""}`}
        >
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {entries !== undefined && entries.length > 0 && <KeyHints />}
      {list.hasNextPage && (
        <div className="mt-4 text-center">
          <Button onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
            {list.isFetchingNextPage ? "Loading…" : "Load more"}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Taught where they work; a touch screen has no use for them. */
function KeyHints() {
  const key = "rounded border border-control px-1.5 font-sans text-xs";
  return (
    <p className="mt-3 text-sm text-muted pointer-coarse:hidden">
      <kbd className={key}>/</kbd> search · <kbd className={key}>n</kbd> new · <kbd className={key}>j</kbd>{" "}
      <kbd className={key}>k</kbd> move · <kbd className={key}>Enter</kbd> open
    </p>
  );
}

function SkeletonRows() {
  return (
    <div role="status" aria-label="Loading" className="rounded-lg border border-line bg-surface">
      {[60, 45, 72, 38, 55].map((width) => (
        <div key={width} className="border-b border-line px-4 py-4 last:border-b-0">
          <div className="h-4 animate-pulse rounded bg-sunken" style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  );
}
