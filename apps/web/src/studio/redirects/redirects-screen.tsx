import type { CallError } from "@letterpress/client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { may } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { attempt } from "../connection/call.ts";
import type { PathRedirect } from "../connection/desk.ts";
import { redirectListQuery, redirectsKey } from "../connection/desk-queries.ts";
import { press } from "../connection/press.ts";
import { queryClient } from "../connection/query-client.ts";
import { MissingScreen } from "../shell/missing-screen.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyBox } from "../ui/empty-box.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { ScreenHeader } from "../ui/screen-header.tsx";
import { SearchBox } from "../ui/search-box.tsx";
import { SkeletonRows } from "../ui/skeleton-rows.tsx";
import { toast } from "../ui/toasts.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { NewRedirect } from "./new-redirect.tsx";
import { RedirectRow } from "./redirect-row.tsx";

const route = getRouteApi("/shell/redirects");

export function RedirectsScreen() {
  const { role } = useMe();
  return may(role, "manageRedirects") ? (
    <Redirects />
  ) : (
    <MissingScreen title="Not for your role" text="Redirects are made by editors." />
  );
}

function Redirects() {
  const { search = "" } = route.useSearch();
  const navigate = route.useNavigate();
  const searchBox = useRef<HTMLInputElement>(null);
  const pathBox = useRef<HTMLInputElement>(null);
  const list = useInfiniteQuery(redirectListQuery(search));
  const redirects = list.data?.pages.flatMap((page) => page.items);
  const [problem, setProblem] = useState<CallError | null>(null);
  useShortcuts({ "/": () => searchBox.current?.focus(), n: () => pathBox.current?.focus() });

  const refresh = () => queryClient.invalidateQueries({ queryKey: redirectsKey });

  async function remove({ path, target }: PathRedirect) {
    const result = await attempt(press.redirects.delete({ path }));
    setProblem(result.ok ? null : result.error);
    await refresh();
    if (!result.ok) return;
    toast(`${path} leads nowhere now.`, {
      label: "Undo",
      run: () =>
        void attempt(press.redirects.create({ path, target })).then((again) => {
          setProblem(again.ok ? null : again.error);
          return refresh();
        }),
    });
  }

  const shown = problem ?? (list.isError ? list.error.problem : null);
  return (
    <div className="mx-auto max-w-4xl px-4 py-6 lg:px-8 lg:py-8">
      <PageTitle title="Redirects" />
      <ScreenHeader title="Redirects" />
      <p className="mb-4 max-w-2xl text-muted">
        Whoever opens an address that has no page any more is sent to another one. When the slug of a
        published entry changes, Letterpress does that by itself; these are listed, too.
      </p>
      <NewRedirect pathRef={pathBox} onMade={refresh} />
      {(search !== "" || (redirects && redirects.length > 0)) && (
        <div className="mb-4 flex">
          <SearchBox
            label="Search redirects"
            search={search}
            onSearch={(words) => void navigate({ search: words ? { search: words } : {}, replace: true })}
            inputRef={searchBox}
          />
        </div>
      )}
      {shown && (
        <div className="mb-4">
          <Notice tone="danger" actions={<Button onClick={() => void list.refetch()}>Look again</Button>}>
            <ProblemText problem={shown} />
          </Notice>
        </div>
      )}
      {redirects === undefined && list.isPending && <SkeletonRows />}
      {redirects?.length === 0 &&
        (search === "" ? (
          <EmptyBox title="No redirects yet">
            Make one above when a page has moved: from its old address, such as /about-us, to the new one.
          </EmptyBox>
        ) : (
          <EmptyBox
            title={`Nothing matches “${search}”`}
            action={<Button onClick={() => void navigate({ search: {} })}>Show all redirects</Button>}
          >
            The search looks in both addresses.
          </EmptyBox>
        ))}
      {redirects !== undefined && redirects.length > 0 && (
        <ul aria-label="Redirects" className="overflow-hidden rounded-lg border border-line bg-surface">
          {redirects.map((redirect) => (
            <RedirectRow key={redirect.path} redirect={redirect} onDelete={() => void remove(redirect)} />
          ))}
        </ul>
      )}
      <LoadMore list={list} />
    </div>
  );
}
