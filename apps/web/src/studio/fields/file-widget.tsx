import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FileDetails } from "../assets/file-details.tsx";
import { FilePicker } from "../assets/file-picker.tsx";
import { fileSize } from "../assets/file-size.ts";
import { UploadButton } from "../assets/upload-button.tsx";
import { UploadProgress } from "../assets/upload-progress.tsx";
import { useFileDrop } from "../assets/use-file-drop.ts";
import { useUploads } from "../assets/use-uploads.ts";
import { assetQuery } from "../connection/queries.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { asText, type WidgetProps } from "./widget.ts";

/** One file to download: uploaded here, dropped here, or chosen from the library. */
export function FileWidget({ field, value, onChange, control }: WidgetProps) {
  const id = asText(value);
  const { accept } = field;
  const wanted = accept === undefined ? {} : { accept };
  const { data: asset, error } = useQuery({ ...assetQuery(id), enabled: id !== "" });
  const [isPicking, setPicking] = useState(false);
  const uploading = useUploads((uploaded) => onChange(uploaded.id), wanted);
  const upload = (files: File[]) => void uploading.upload(files.slice(0, 1));
  const { isOver, dropProps } = useFileDrop(upload);
  const { "aria-required": _, ...inputControl } = control;
  return (
    <fieldset
      {...dropProps}
      aria-labelledby={control["aria-labelledby"]}
      className={`flex min-w-0 flex-col gap-2.5 rounded-lg border p-2.5 ${isOver ? "border-accent bg-accent-tint" : control["aria-invalid"] ? "border-danger" : "border-dashed border-control"}`}
    >
      {id && asset?.kind === "file" && <FileDetails key={asset.id} asset={asset} />}
      {id && asset?.kind === "image" && (
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
      )}
      {id && error && <p className="text-sm text-danger">This file is not there any more: choose another.</p>}
      {!id && !uploading.isUploading && (
        <p className="text-sm text-muted">
          {accept && <span className="block">Taken: {accept.join(", ")}</span>}
          Drop a file here, or
        </p>
      )}
      <UploadProgress {...uploading} />
      <div className="flex flex-wrap gap-2">
        <UploadButton
          {...inputControl}
          aria-labelledby={`${control["aria-labelledby"]} ${control.id}-text`}
          text={id ? "Replace" : "Upload"}
          accept={accept}
          disabled={uploading.isUploading}
          onFiles={upload}
        />
        <Button onClick={() => setPicking(true)}>Library</Button>
        {id && (
          <IconButton icon="trash" label="Remove file" className="size-9" onClick={() => onChange(null)} />
        )}
      </div>
      {isPicking && (
        <FilePicker
          {...wanted}
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
