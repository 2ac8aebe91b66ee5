import type { ComponentProps } from "react";
import { buttonClass } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

interface UploadButtonProps extends Omit<ComponentProps<"input">, "type" | "onChange" | "value" | "accept"> {
  /** What stands on it. */
  text: string;
  look?: "primary" | "secondary";
  /** Media types, or patterns such as `audio/*`, that the browser's file dialog offers; any unless told. */
  accept?: readonly string[] | undefined;
  onFiles: (files: File[]) => void;
}

/** A file input that looks like a button. */
export function UploadButton({
  text,
  look = "secondary",
  accept,
  onFiles,
  disabled,
  ...rest
}: UploadButtonProps) {
  return (
    <label
      className={`${buttonClass(look)} cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${disabled ? "pointer-events-none opacity-55" : ""}`}
    >
      <Icon name="upload" />
      <span {...(rest.id ? { id: `${rest.id}-text` } : {})}>{text}</span>
      <input
        {...rest}
        type="file"
        {...(accept ? { accept: accept.join(",") } : {})}
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
