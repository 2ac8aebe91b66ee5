import type { Asset, ImageAsset } from "@letterpress/client";
import { useId, useState } from "react";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { FileDetails } from "./file-details.tsx";
import { FocalPoint } from "./focal-point.tsx";
import { useAssetChanges } from "./use-asset-changes.ts";

/** What there is to see of an asset, and of a picture what is said of it. */
export function AssetDetails({ asset }: { asset: Asset }) {
  return asset.kind === "image" ? <PictureDetails asset={asset} /> : <FileDetails asset={asset} />;
}

/** The point to keep, and a description for those who do not see it. */
function PictureDetails({ asset }: { asset: ImageAsset }) {
  const id = useId();
  const { save, state, problem } = useAssetChanges(asset.id);
  const [alt, setAlt] = useState(asset.alt);
  const saveAlt = () => {
    if (alt.trim() !== asset.alt) void save({ alt: alt.trim() });
  };
  return (
    <div className="flex flex-col gap-3">
      <FocalPoint asset={asset} onChange={(focalPoint) => void save({ focalPoint })} />
      <div>
        <div className="mb-1 flex items-baseline justify-between">
          <label htmlFor={id} className="text-sm font-semibold text-muted">
            Description
          </label>
          <span role="status" className="text-sm text-muted">
            {state === "saving" ? "Saving…" : state === "saved" ? "Saved" : ""}
          </span>
        </div>
        <textarea
          id={id}
          aria-describedby={`${id}-help`}
          className="field-box block field-sizing-content resize-none"
          rows={2}
          maxLength={500}
          value={alt}
          onChange={(event) => setAlt(event.target.value)}
          onBlur={saveAlt}
        />
        <p id={`${id}-help`} className="mt-1 text-sm text-muted">
          What the picture shows, in words. Saved at once, for every entry that shows it; empty for a
          decoration.
        </p>
      </div>
      {problem && (
        <Notice tone="danger">
          {problem.code === "ASSET_MISSING" ? (
            <p>
              It could not be changed: it was deleted, or somebody else uploaded it and your role changes only
              your own.
            </p>
          ) : (
            <ProblemText problem={problem} />
          )}
        </Notice>
      )}
    </div>
  );
}
