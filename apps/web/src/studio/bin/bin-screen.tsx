import type { CallError } from "@letterpress/client";
import { useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { may, seesOnlyOwn } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { attempt } from "../connection/call.ts";
import type { BinnedEntry } from "../connection/desk.ts";
import { binKey, binQuery } from "../connection/desk-queries.ts";
import { press } from "../connection/press.ts";
import { entriesKey, typesQuery } from "../connection/queries.ts";
import { queryClient } from "../connection/query-client.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { EmptyBox } from "../ui/empty-box.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { ScreenHeader } from "../ui/screen-header.tsx";
import { SkeletonRows } from "../ui/skeleton-rows.tsx";
import { toast } from "../ui/toasts.tsx";
import { TypeFilter } from "../ui/type-filter.tsx";
import { BinRow } from "./bin-row.tsx";

const route = getRouteApi("/shell/bin");

export function BinScreen() {
  const { role } = useMe();
  const { type } = route.useSearch();
  const navigate = useNavigate();
  const { data: types } = useSuspenseQuery(typesQuery);
  const list = useInfiniteQuery(binQuery(type));
  const entries = list.data?.pages.flatMap((page) => page.items);
  const [purging, setPurging] = useState<BinnedEntry | null>(null);
  const [problem, setProblem] = useState<CallError | null>(null);
  const labels = new Map(types.map(({ name, label }) => [name, label]));

  async function refresh(name: string) {
    void queryClient.invalidateQueries({ queryKey: entriesKey(name) });
    await queryClient.invalidateQueries({ queryKey: binKey });
  }

  async function restore(entry: BinnedEntry) {
    const result = await attempt(press.bin.restore({ id: entry.id }));
    setProblem(result.ok ? null : result.error);
    await refresh(entry.type);
    if (!result.ok) return;
    const { id, slug } = result.data;
    const moved = slug === entry.slug ? "" : ` Its address was taken: it is “${slug}” now.`;
    toast(`“${entry.title || "Untitled"}” is a draft again.${moved}`, {
      label: "Open",
      run: () => void navigate({ to: "/entries/$type/$id", params: { type: entry.type, id } }),
    });
  }

  async function purge(entry: BinnedEntry) {
    setPurging(null);
    const result = await attempt(press.bin.purge({ id: entry.id }));
    setProblem(result.ok ? null : result.error);
    await refresh(entry.type);
    if (result.ok) toast(`“${entry.title || "Untitled"}” is gone for good.`);
  }

  const shown = problem ?? (list.isError ? list.error.problem : null);
  return (
    <div className="mx-auto max-w-4xl px-4 py-6 lg:px-8 lg:py-8">
      <PageTitle title="Bin" />
      <ScreenHeader title="Bin">
        <TypeFilter
          type={type}
          onChange={(chosen) =>
            void navigate({ to: "/bin", search: chosen ? { type: chosen } : {}, replace: true })
          }
        />
      </ScreenHeader>
      {shown && (
        <div className="mb-4">
          <Notice tone="danger" actions={<Button onClick={() => void list.refetch()}>Look again</Button>}>
            <ProblemText problem={shown} />
          </Notice>
        </div>
      )}
      {entries === undefined && list.isPending && <SkeletonRows />}
      {entries?.length === 0 && (
        <EmptyBox title="The bin is empty">
          What you delete comes here first. It can be restored for 30 days, then it goes for good.
          {seesOnlyOwn(role) &&
            (may(role, "deleteEntries")
              ? " You see the entries that you made."
              : " You see the drafts that you put there.")}
        </EmptyBox>
      )}
      {entries !== undefined && entries.length > 0 && (
        <ul aria-label="Bin" className="overflow-hidden rounded-lg border border-line bg-surface">
          {entries.map((entry) => (
            <BinRow
              key={entry.id}
              entry={entry}
              typeLabel={labels.get(entry.type) ?? entry.type}
              onRestore={() => void restore(entry)}
              onPurge={may(role, "deleteEntries") ? () => setPurging(entry) : null}
            />
          ))}
        </ul>
      )}
      <LoadMore list={list} />
      {purging && (
        <ConfirmDialog
          title={`Delete “${purging.title || "Untitled"}” for good?`}
          confirm="Delete for good"
          isDangerous
          onConfirm={() => void purge(purging)}
          onCancel={() => setPurging(null)}
        >
          Its text, its revisions and its comments are removed. This cannot be taken back.
        </ConfirmDialog>
      )}
    </div>
  );
}
