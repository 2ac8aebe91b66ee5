import type { ComponentProps } from "react";
import { buttonClass } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { pictureFormats } from "./upload-asset.ts";

interface UploadButtonProps extends Omit<ComponentProps<"input">, "type" | "onChange" | "value"> {
  /** What stands on it. */
  text: string;
  look?: "primary" | "secondary";
  onFiles: (files: File[]) => void;
}

/** A file input that looks like a button. */
export function UploadButton({ text, look = "secondary", onFiles, disabled, ...rest }: UploadButtonProps) {
  return (
    <label
      className={`${buttonClass(look)} cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${disabled ? "pointer-events-none opacity-55" : ""}`}
    >
      <Icon name="upload" />
      <span {...(rest.id ? { id: `${rest.id}-text` } : {})}>{text}</span>
      <input
        {...rest}
        type="file"
        accept={pictureFormats}
        disabled={disabled}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = "";
        }}
      />
    </label>
  );
}
