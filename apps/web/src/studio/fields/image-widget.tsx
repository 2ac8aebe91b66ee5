import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AssetDetails } from "../assets/asset-details.tsx";
import { PicturePicker } from "../assets/picture-picker.tsx";
import { pictureFormats } from "../assets/upload-asset.ts";
import { UploadButton } from "../assets/upload-button.tsx";
import { UploadProgress } from "../assets/upload-progress.tsx";
import { useFileDrop } from "../assets/use-file-drop.ts";
import { useUploads } from "../assets/use-uploads.ts";
import { assetQuery } from "../connection/queries.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { asText, type WidgetProps } from "./widget.ts";

/** One picture: uploaded here, dropped here, or chosen from the library. */
export function ImageWidget({ value, onChange, control }: WidgetProps) {
  const id = asText(value);
  const { data: asset, error } = useQuery({ ...assetQuery(id), enabled: id !== "" });
  const [isPicking, setPicking] = useState(false);
  const uploading = useUploads((uploaded) => onChange(uploaded.id), { kind: "image" });
  const upload = (files: File[]) => void uploading.upload(files.slice(0, 1));
  const { isOver, dropProps } = useFileDrop(upload);
  const { "aria-required": _, ...inputControl } = control;
  return (
    <fieldset
      {...dropProps}
      aria-labelledby={control["aria-labelledby"]}
      className={`flex min-w-0 flex-col gap-2.5 rounded-lg border p-2.5 ${isOver ? "border-accent bg-accent-tint" : control["aria-invalid"] ? "border-danger" : "border-dashed border-control"}`}
    >
      {id && asset && <AssetDetails key={asset.id} asset={asset} />}
      {id && error && (
        <p className="text-sm text-danger">This picture is not there any more: choose another.</p>
      )}
      {!id && !uploading.isUploading && <p className="text-sm text-muted">Drop a picture here, or</p>}
      <UploadProgress {...uploading} />
      <div className="flex flex-wrap gap-2">
        <UploadButton
          {...inputControl}
          aria-labelledby={`${control["aria-labelledby"]} ${control.id}-text`}
          text={id ? "Replace" : "Upload"}
          accept={pictureFormats}
          disabled={uploading.isUploading}
          onFiles={upload}
        />
        <Button onClick={() => setPicking(true)}>Library</Button>
        {id && (
          <IconButton icon="trash" label="Remove picture" className="size-9" onClick={() => onChange(null)} />
        )}
      </div>
      {isPicking && (
        <PicturePicker
          onPick={(picked) => {
            onChange(picked.id);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </fieldset>
  );
}
