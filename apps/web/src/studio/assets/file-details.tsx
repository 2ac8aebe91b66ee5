import type { FileAsset } from "@letterpress/client";
import { Icon } from "../ui/icon.tsx";
import { fileKind } from "./file-kind.ts";
import { fileSize } from "./file-size.ts";

/** A file as it lies in the library. What can be heard or seen is played here. */
export function FileDetails({ asset }: { asset: FileAsset }) {
  const { icon, name } = fileKind(asset.mimeType);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="flex min-w-0 items-center gap-3 rounded-md bg-sunken p-3">
        <span className="text-muted">
          <Icon name={icon} size={28} />
        </span>
        <span className="min-w-0">
          <span className="block truncate font-medium">{asset.filename}</span>
          <span className="block text-sm text-muted">
            {name}, {fileSize(asset.size)}
          </span>
        </span>
      </div>
      {asset.mimeType.startsWith("audio/") && (
        // biome-ignore lint/a11y/useMediaCaption: an editor's own upload, for them to check.
        <audio controls preload="none" src={asset.url} aria-label={asset.filename} className="w-full" />
      )}
      {asset.mimeType.startsWith("video/") && (
        // biome-ignore lint/a11y/useMediaCaption: an editor's own upload, for them to check.
        <video
          controls
          preload="metadata"
          src={asset.url}
          aria-label={asset.filename}
          className="max-h-80 w-full rounded-md bg-black"
        />
      )}
    </div>
  );
}
