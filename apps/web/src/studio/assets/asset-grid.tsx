import type { Asset, FileAsset, ImageAsset } from "@letterpress/client";
import { Icon } from "../ui/icon.tsx";
import { fileKind } from "./file-kind.ts";
import { fileSize } from "./file-size.ts";
import { thumbnail } from "./thumbnail.ts";

interface AssetGridProps<A extends Asset> {
  /** What the list is of. */
  label: string;
  assets: A[];
  onOpen: (asset: A) => void;
}

/** Assets side by side: pictures cropped around their focal points, files as an icon of their kind. */
export function AssetGrid<A extends Asset>({ label, assets, onOpen }: AssetGridProps<A>) {
  return (
    <ul aria-label={label} className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-3">
      {assets.map((asset) => (
        <li key={asset.id}>
          <button type="button" onClick={() => onOpen(asset)} className="group block w-full text-left">
            {asset.kind === "image" ? <PictureTile asset={asset} /> : <FileTile asset={asset} />}
          </button>
        </li>
      ))}
    </ul>
  );
}

const tile =
  "aspect-[4/3] w-full rounded-lg border border-line bg-sunken transition-opacity group-hover:opacity-85";

function PictureTile({ asset }: { asset: ImageAsset }) {
  return (
    <>
      <img
        src={thumbnail(asset, 320)}
        alt=""
        loading="lazy"
        width={asset.width}
        height={asset.height}
        className={`${tile} object-cover`}
        style={{ objectPosition: `${asset.focalPoint.x * 100}% ${asset.focalPoint.y * 100}%` }}
      />
      <span className="mt-1 block truncate text-sm font-medium">{asset.filename}</span>
      <span className={`block truncate text-sm ${asset.alt ? "text-muted" : "text-ochre"}`}>
        {asset.alt || "No description"}
      </span>
    </>
  );
}

function FileTile({ asset }: { asset: FileAsset }) {
  const { icon, name } = fileKind(asset.mimeType);
  return (
    <>
      <span className={`${tile} grid place-content-center justify-items-center gap-1.5 text-muted`}>
        <Icon name={icon} size={34} />
        <span className="text-sm font-medium">{name}</span>
      </span>
      <span className="mt-1 block truncate text-sm font-medium">{asset.filename}</span>
      <span className="block truncate text-sm text-muted">{fileSize(asset.size)}</span>
    </>
  );
}
