import { AssetDetails } from "../assets/asset-details.tsx";
import { PicturePicker } from "../assets/picture-picker.tsx";
import { pictureFormats } from "../assets/upload-asset.ts";
import { AssetBox } from "./asset-box.tsx";
import type { WidgetProps } from "./widget.ts";

/** One picture. */
export function ImageWidget({ value, onChange, control }: WidgetProps) {
  return (
    <AssetBox
      {...{ value, onChange, control }}
      noun="picture"
      wanted={{ kind: "image" }}
      accept={pictureFormats}
      show={(asset) => <AssetDetails key={asset.id} asset={asset} />}
      picker={(props) => <PicturePicker {...props} />}
    />
  );
}
