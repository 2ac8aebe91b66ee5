import { FileDetails } from "../assets/file-details.tsx";
import { FilePicker } from "../assets/file-picker.tsx";
import { fileSize } from "../assets/file-size.ts";
import { Icon } from "../ui/icon.tsx";
import { AssetBox } from "./asset-box.tsx";
import type { WidgetProps } from "./widget.ts";

/** One file to download. */
export function FileWidget({ field, value, onChange, control }: WidgetProps) {
  const { accept } = field;
  const wanted = accept === undefined ? {} : { accept };
  return (
    <AssetBox
      {...{ value, onChange, control, wanted, accept }}
      noun="file"
      hint={accept && <span className="block">Taken: {accept.join(", ")}</span>}
      show={(asset) =>
        asset.kind === "file" ? (
          <FileDetails key={asset.id} asset={asset} />
        ) : (
          <a
            href={asset.url}
            target="_blank"
            rel="noreferrer"
            className="flex min-w-0 items-center gap-2 font-medium hover:underline"
          >
            <Icon name="picture" />
            <span className="truncate">{asset.filename}</span>
            <span className="shrink-0 text-sm font-normal text-muted">{fileSize(asset.size)}</span>
          </a>
        )
      }
      picker={(props) => <FilePicker {...wanted} {...props} />}
    />
  );
}
