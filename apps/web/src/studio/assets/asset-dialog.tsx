import type { CallError } from "@letterpress/client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { may } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { attempt } from "../connection/call.ts";
import { press } from "../connection/press.ts";
import { assetQuery } from "../connection/queries.ts";
import { queryClient } from "../connection/query-client.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Modal } from "../ui/modal.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { toast } from "../ui/toasts.tsx";
import { When } from "../ui/when.tsx";
import { AssetDetails } from "./asset-details.tsx";
import { fileSize } from "./file-size.ts";
import { refreshAssetLists } from "./remember-asset.ts";

/** One asset, with all that can be done about it. */
export function AssetDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { role } = useMe();
  const { data: asset, error } = useQuery(assetQuery(id));
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<CallError | null>(null);

  const noun = asset?.kind === "file" ? "file" : "picture";

  async function remove() {
    setProblem(null);
    const result = await attempt(press.assets.delete({ id }));
    if (!result.ok) return setProblem(result.error);
    toast(`The ${noun} is deleted.`);
    onClose();
    queryClient.removeQueries({ queryKey: assetQuery(id).queryKey });
    refreshAssetLists();
  }

  return (
    <Modal title={asset?.filename ?? "Asset"} onClose={onClose}>
      {error && (
        <Notice tone="danger">
          <ProblemText problem={error.problem} />
        </Notice>
      )}
      {asset && (
        <div className="flex flex-col gap-4">
          <AssetDetails asset={asset} />
          <p className="text-sm text-muted">
            {asset.kind === "image" ? (
              <>
                {asset.width} × {asset.height} pixels, {fileSize(asset.size)},{" "}
                {asset.mimeType.replace("image/", "").toUpperCase()}, uploaded{" "}
              </>
            ) : (
              <>{asset.mimeType}, uploaded </>
            )}
            <When date={asset.createdAt} />
          </p>
          {problem && (
            <Notice tone="danger">
              <ProblemText problem={problem} />
            </Notice>
          )}
          <div className="flex flex-wrap justify-between gap-2">
            <a href={asset.url} target="_blank" rel="noreferrer" className={buttonClass("secondary")}>
              {asset.kind === "image" ? "Open original" : "Open file"}
            </a>
            {may(role, "deleteAssets") && (
              <Button look="danger" onClick={() => setAsking(true)}>
                Delete
              </Button>
            )}
          </div>
        </div>
      )}
      {isAsking && (
        <ConfirmDialog
          title={`Delete this ${noun}?`}
          confirm={`Delete ${noun}`}
          isDangerous
          onConfirm={() => void remove()}
          onCancel={() => setAsking(false)}
        >
          {noun === "picture" ? "It goes away with all its sizes." : "It goes away for good."} This cannot be
          undone.
        </ConfirmDialog>
      )}
    </Modal>
  );
}
