import type { ImageAsset } from "@letterpress/client";
import { Library } from "./library.tsx";
import { pictureFormats } from "./upload-asset.ts";

interface PicturePickerProps {
  onPick: (asset: ImageAsset) => void;
  onClose: () => void;
  /** Puts the focus somewhere afterwards, and tells whether it did. */
  onGone?: () => boolean;
}

const wanted = { kind: "image" } as const;

/** Chooses a picture from the library, or brings a new one. */
export function PicturePicker({ onPick, ...rest }: PicturePickerProps) {
  return (
    <Library
      {...rest}
      noun="picture"
      wanted={wanted}
      offered={pictureFormats}
      onPick={(asset) => {
        if (asset.kind === "image") onPick(asset);
      }}
    />
  );
}
