import type { Asset } from "@letterpress/client";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { UploadButton } from "../assets/upload-button.tsx";
import { UploadProgress } from "../assets/upload-progress.tsx";
import { useFileDrop } from "../assets/use-file-drop.ts";
import { useUploads } from "../assets/use-uploads.ts";
import { assetQuery } from "../connection/queries.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { asText, type WidgetProps } from "./widget.ts";

interface AssetBoxProps extends Pick<WidgetProps, "value" | "onChange" | "control"> {
  /** What it is called: a picture, a file. */
  noun: "picture" | "file";
  /** What uploads must be. */
  wanted: Parameters<typeof useUploads>[1];
  /** What the browser's own dialog offers. */
  accept: Parameters<typeof UploadButton>[0]["accept"];
  /** Stands above the invitation to drop something. */
  hint?: ReactNode;
  /** Shows the asset that is chosen. */
  show: (asset: Asset) => ReactNode;
  /** The library to choose from. */
  picker: (props: { onPick: (asset: { id: string }) => void; onClose: () => void }) => ReactNode;
}

/** One asset: uploaded here, dropped here, or chosen from the library. */
export function AssetBox({ noun, wanted, accept, hint, show, picker, ...widget }: AssetBoxProps) {
  const { value, onChange, control } = widget;
  const id = asText(value);
  const { data: asset, error } = useQuery({ ...assetQuery(id), enabled: id !== "" });
  const [isPicking, setPicking] = useState(false);
  const uploading = useUploads((uploaded) => onChange(uploaded.id), wanted);
  const upload = (files: File[]) => void uploading.upload(files.slice(0, 1));
  const { isOver, dropProps } = useFileDrop(upload);
  const { "aria-required": _, ...inputControl } = control;
  const close = () => setPicking(false);
  return (
    <fieldset
      {...dropProps}
      aria-labelledby={control["aria-labelledby"]}
      className={`flex min-w-0 flex-col gap-2.5 rounded-lg border p-2.5 ${isOver ? "border-accent bg-accent-tint" : control["aria-invalid"] ? "border-danger" : "border-dashed border-control"}`}
    >
      {id && asset && show(asset)}
      {id && error && (
        <p className="text-sm text-danger">This {noun} is not there any more: choose another.</p>
      )}
      {!id && !uploading.isUploading && (
        <p className="text-sm text-muted">
          {hint}
          Drop a {noun} here, or
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
          <IconButton
            icon="trash"
            label={`Remove ${noun}`}
            className="size-9"
            onClick={() => onChange(null)}
          />
        )}
      </div>
      {isPicking &&
        picker({
          onPick: (picked) => {
            onChange(picked.id);
            close();
          },
          onClose: close,
        })}
    </fieldset>
  );
}
