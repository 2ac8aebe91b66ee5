import type { Asset } from "@letterpress/client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { assetListQuery } from "../connection/queries.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { SearchBox } from "../ui/search-box.tsx";
import { AssetGrid } from "./asset-grid.tsx";
import { UploadButton } from "./upload-button.tsx";
import { UploadProgress } from "./upload-progress.tsx";
import { useFileDrop } from "./use-file-drop.ts";
import { useUploads } from "./use-uploads.ts";

interface PicturePickerProps {
  onPick: (asset: Asset) => void;
  onClose: () => void;
  /** Puts the focus somewhere afterwards. */
  onGone?: () => void;
}

/** Chooses a picture from the library, or brings a new one. */
export function PicturePicker({ onPick, onClose, onGone }: PicturePickerProps) {
  const [search, setSearch] = useState("");
  const list = useInfiniteQuery(assetListQuery(search));
  const assets = list.data?.pages.flatMap((page) => page.items) ?? [];
  const uploading = useUploads(onPick);
  const { isOver, dropProps } = useFileDrop((files) => void uploading.upload(files.slice(0, 1)));
  return (
    <Modal wide title="Choose a picture" onClose={onClose} {...(onGone ? { onGone } : {})}>
      <div {...dropProps} className={`min-h-80 rounded-md ${isOver ? "outline-2 outline-accent" : ""}`}>
        <div className="mb-3 flex flex-wrap gap-2">
          <SearchBox label="Search pictures" search={search} onSearch={setSearch} />
          <UploadButton
            text="Upload a picture"
            disabled={uploading.isUploading}
            onFiles={(files) => void uploading.upload(files.slice(0, 1))}
          />
        </div>
        <div className="mb-3 empty:hidden">
          <UploadProgress {...uploading} />
        </div>
        {list.isSuccess && assets.length === 0 && (
          <p className="py-10 text-center text-muted">
            {search
              ? `Nothing matches “${search}”.`
              : "The library is empty: upload a picture, or drop one here."}
          </p>
        )}
        <AssetGrid assets={assets} onOpen={onPick} />
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
