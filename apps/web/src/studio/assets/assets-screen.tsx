import type { Asset } from "@letterpress/client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useRef } from "react";
import { assetListQuery } from "../connection/queries.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { ScreenHeader } from "../ui/screen-header.tsx";
import { SearchBox } from "../ui/search-box.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { AssetDialog } from "./asset-dialog.tsx";
import { AssetGrid } from "./asset-grid.tsx";
import { KindFilter } from "./kind-filter.tsx";
import { UploadButton } from "./upload-button.tsx";
import { UploadProgress } from "./upload-progress.tsx";
import { useFileDrop } from "./use-file-drop.ts";
import { useUploads } from "./use-uploads.ts";

const route = getRouteApi("/shell/assets");

export function AssetsScreen() {
  const { search = "", kind, asset } = route.useSearch();
  const navigate = route.useNavigate();
  const searchBox = useRef<HTMLInputElement>(null);
  const list = useInfiniteQuery(assetListQuery({ search, ...(kind ? { kind } : {}) }));
  const assets = list.data?.pages.flatMap((page) => page.items);
  const uploading = useUploads();
  const { isOver, dropProps } = useFileDrop((files) => void uploading.upload(files));
  useShortcuts({ "/": () => searchBox.current?.focus() });

  const show = (id: string | null) =>
    void navigate({ search: ({ asset: _, ...rest }) => (id === null ? rest : { ...rest, asset: id }) });

  return (
    <div {...dropProps} className="relative min-h-[calc(100dvh-3rem)] lg:min-h-dvh">
      <div className="mx-auto max-w-5xl px-4 py-6 lg:px-8 lg:py-8">
        <PageTitle title="Assets" />
        <ScreenHeader title="Assets">
          <UploadButton
            text="Upload files"
            look="primary"
            multiple
            onFiles={(files) => void uploading.upload(files)}
          />
        </ScreenHeader>
        <div className="mb-4 flex flex-col gap-3">
          <div className="flex flex-wrap items-center gap-3">
            <SearchBox
              label="Search assets"
              search={search}
              onSearch={(words) =>
                void navigate({
                  search: ({ search: _, ...rest }) => (words ? { ...rest, search: words } : rest),
                  replace: true,
                })
              }
              inputRef={searchBox}
            />
            <KindFilter
              kind={kind}
              onChange={(chosen) =>
                void navigate({
                  search: ({ kind: _, ...rest }) => (chosen ? { ...rest, kind: chosen } : rest),
                  replace: true,
                })
              }
            />
          </div>
          <UploadProgress {...uploading} />
        </div>
        {list.isError && (
          <Notice tone="danger" actions={<Button onClick={() => void list.refetch()}>Try again</Button>}>
            <ProblemText problem={list.error.problem} />
          </Notice>
        )}
        {assets?.length === 0 && (
          <EmptyAssets search={search} kind={kind} onClear={() => void navigate({ search: {} })} />
        )}
        {assets && assets.length > 0 && (
          <AssetGrid label="Assets" assets={assets} onOpen={({ id }) => show(id)} />
        )}
        {list.hasNextPage && (
          <div className="mt-6 text-center">
            <Button onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
              {list.isFetchingNextPage ? "Loading…" : "Load more"}
            </Button>
          </div>
        )}
      </div>
      {isOver && (
        <div className="pointer-events-none absolute inset-3 grid place-content-center rounded-xl border-2 border-dashed border-accent bg-accent-tint/90 text-xl font-semibold text-accent">
          Drop to upload
        </div>
      )}
      {asset !== undefined && <AssetDialog key={asset} id={asset} onClose={() => show(null)} />}
    </div>
  );
}

interface EmptyAssetsProps {
  search: string;
  kind: Asset["kind"] | undefined;
  onClear: () => void;
}

function EmptyAssets({ search, kind, onClear }: EmptyAssetsProps) {
  const nouns = kind === undefined ? "assets" : kind === "image" ? "pictures" : "files";
  return (
    <div className="rounded-lg border border-dashed border-control px-6 py-12 text-center">
      {search === "" ? (
        <>
          <h2 className="mb-1 text-lg font-semibold">No {nouns} yet</h2>
          <p className="mx-auto max-w-md text-muted">
            Drop files anywhere on this page, and pictures into a text where they belong. Letterpress makes
            the smaller sizes of a JPEG, PNG, WebP, AVIF or GIF by itself, and keeps any other file as it is.
          </p>
        </>
      ) : (
        <>
          <h2 className="mb-1 text-lg font-semibold">
            No {nouns} match “{search}”
          </h2>
          <p className="mb-4 text-muted">The search looks in file names and descriptions.</p>
          <Button onClick={onClear}>Show all assets</Button>
        </>
      )}
    </div>
  );
}
