import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { may } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { releaseListQuery } from "../connection/desk-queries.ts";
import { moveFocus } from "../lists/move-focus.ts";
import { MissingScreen } from "../shell/missing-screen.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyBox } from "../ui/empty-box.tsx";
import { Icon } from "../ui/icon.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { ScreenHeader } from "../ui/screen-header.tsx";
import { SkeletonRows } from "../ui/skeleton-rows.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { ReleaseDialog } from "./release-dialog.tsx";
import { ReleaseRow } from "./release-row.tsx";
import { StateFilter } from "./state-filter.tsx";

const route = getRouteApi("/shell/releases");

export function ReleasesScreen() {
  const { role } = useMe();
  return may(role, "manageReleases") ? (
    <Releases />
  ) : (
    <MissingScreen title="Not for your role" text="Releases are made by editors." />
  );
}

function Releases() {
  const { state = "open", make } = route.useSearch();
  const navigate = route.useNavigate();
  const rows = useRef<HTMLUListElement>(null);
  const list = useInfiniteQuery(releaseListQuery(state));
  const releases = list.data?.pages.flatMap((page) => page.items);
  const [isMaking, setMaking] = useState(make === true);
  useShortcuts({
    n: () => setMaking(true),
    j: () => moveFocus(rows.current, 1),
    k: () => moveFocus(rows.current, -1),
    ArrowDown: () => moveFocus(rows.current, 1),
    ArrowUp: () => moveFocus(rows.current, -1),
  });

  return (
    <div className="mx-auto max-w-4xl px-4 py-6 lg:px-8 lg:py-8">
      <PageTitle title="Releases" />
      <ScreenHeader title="Releases">
        <Button look="primary" aria-keyshortcuts="n" onClick={() => setMaking(true)}>
          <Icon name="plus" />
          New release
        </Button>
      </ScreenHeader>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <StateFilter
          state={state}
          onChange={(chosen) =>
            void navigate({ search: chosen === "open" ? {} : { state: chosen }, replace: true })
          }
        />
        <p className="min-w-0 flex-1 basis-60 text-muted">
          Changes to many entries that readers see together, or not at all.
        </p>
      </div>
      {list.isError && (
        <Notice tone="danger" actions={<Button onClick={() => void list.refetch()}>Try again</Button>}>
          <ProblemText problem={list.error.problem} />
        </Notice>
      )}
      {releases === undefined && list.isPending && <SkeletonRows />}
      {releases?.length === 0 &&
        (state === "open" ? (
          <EmptyBox
            title="No open releases"
            action={
              <Button onClick={() => setMaking(true)}>
                <Icon name="plus" />
                Make one
              </Button>
            }
          >
            A release publishes several entries in one moment: an issue, a launch, a correction in three
            places. If one of them is not ready, nothing is published.
          </EmptyBox>
        ) : (
          <EmptyBox title="No release was published yet">
            Releases stand here once they are published, with what was in them.
          </EmptyBox>
        ))}
      {releases !== undefined && releases.length > 0 && (
        <ul
          ref={rows}
          aria-label="Releases"
          className="overflow-hidden rounded-lg border border-line bg-surface"
        >
          {releases.map((release) => (
            <ReleaseRow key={release.id} release={release} />
          ))}
        </ul>
      )}
      <LoadMore list={list} />
      {isMaking && (
        <ReleaseDialog
          release={null}
          onSaved={({ id }) => void navigate({ to: "/releases/$id", params: { id } })}
          onClose={() => setMaking(false)}
        />
      )}
    </div>
  );
}
