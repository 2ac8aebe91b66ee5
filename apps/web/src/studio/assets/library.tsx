import type { Asset } from "@letterpress/client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { assetListQuery } from "../connection/queries.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { SearchBox } from "../ui/search-box.tsx";
import { AssetGrid } from "./asset-grid.tsx";
import type { Wanted } from "./upload-asset.ts";
import { UploadButton } from "./upload-button.tsx";
import { UploadProgress } from "./upload-progress.tsx";
import { useFileDrop } from "./use-file-drop.ts";
import { useUploads } from "./use-uploads.ts";

interface LibraryProps {
  noun: "picture" | "file";
  /** What is shown and taken. */
  wanted: Wanted;
  /** What the browser's file dialog offers. */
  offered?: readonly string[] | undefined;
  onPick: (asset: Asset) => void;
  onClose: () => void;
  /** Puts the focus somewhere afterwards, and tells whether it did. */
  onGone?: (() => boolean) | undefined;
}

/** A dialog to choose an asset from the library, or to bring a new one. */
export function Library({ noun, wanted, offered, onPick, onClose, onGone }: LibraryProps) {
  const [search, setSearch] = useState("");
  const list = useInfiniteQuery(assetListQuery({ search, ...wanted }));
  const assets = list.data?.pages.flatMap((page) => page.items) ?? [];
  const uploading = useUploads(onPick, wanted);
  const { isOver, dropProps } = useFileDrop((files) => void uploading.upload(files.slice(0, 1)));
  return (
    <Modal wide title={`Choose a ${noun}`} onClose={onClose} {...(onGone ? { onGone } : {})}>
      <div {...dropProps} className={`min-h-80 rounded-md ${isOver ? "outline-2 outline-accent" : ""}`}>
        <div className="mb-3 flex flex-wrap gap-2">
          <SearchBox label={`Search ${noun}s`} search={search} onSearch={setSearch} />
          <UploadButton
            text={`Upload a ${noun}`}
            accept={offered}
            disabled={uploading.isUploading}
            onFiles={(files) => void uploading.upload(files.slice(0, 1))}
          />
        </div>
        <div className="mb-3 empty:hidden">
          <UploadProgress {...uploading} />
        </div>
        {list.isError && (
          <Notice tone="danger" actions={<Button onClick={() => void list.refetch()}>Try again</Button>}>
            <ProblemText problem={list.error.problem} />
          </Notice>
        )}
        {list.isSuccess && assets.length === 0 && (
          <p className="py-10 text-center text-muted">
            {search
              ? `Nothing matches “${search}”.`
              : `There is none in the library yet: upload a ${noun}, or drop one here.`}
          </p>
        )}
        <AssetGrid label={noun === "picture" ? "Pictures" : "Files"} assets={assets} onOpen={onPick} />
        {list.hasNextPage && (
          <div className="mt-4 text-center">
            <Button onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
              Load more
            </Button>
          </div>
        )}
      </div>
    </Modal>
  );
}
