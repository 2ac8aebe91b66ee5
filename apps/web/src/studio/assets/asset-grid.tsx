import type { Asset } from "@letterpress/client";
import { thumbnail } from "./thumbnail.ts";

interface AssetGridProps {
  assets: Asset[];
  onOpen: (asset: Asset) => void;
}

/** Pictures side by side, cropped around their focal points. */
export function AssetGrid({ assets, onOpen }: AssetGridProps) {
  return (
    <ul aria-label="Pictures" className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-3">
      {assets.map((asset) => (
        <li key={asset.id}>
          <button type="button" onClick={() => onOpen(asset)} className="group block w-full text-left">
            <img
              src={thumbnail(asset, 320)}
              alt=""
              loading="lazy"
              width={asset.width}
              height={asset.height}
              className="aspect-[4/3] w-full rounded-lg border border-line bg-sunken object-cover transition-opacity group-hover:opacity-85"
              style={{ objectPosition: `${asset.focalPoint.x * 100}% ${asset.focalPoint.y * 100}%` }}
            />
            <span className="mt-1 block truncate text-sm font-medium">{asset.filename}</span>
            <span className={`block truncate text-sm ${asset.alt ? "text-muted" : "text-ochre"}`}>
              {asset.alt || "No description"}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
