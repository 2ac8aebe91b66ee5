import type { Asset } from "@letterpress/client";
import { Library } from "./library.tsx";

interface FilePickerProps {
  /** Media types, or patterns such as `audio/*`, of which the file must have one; any unless told. */
  accept?: readonly string[] | undefined;
  onPick: (asset: Asset) => void;
  onClose: () => void;
  /** Puts the focus somewhere afterwards, and tells whether it did. */
  onGone?: () => boolean;
}

/** Chooses a file of any kind, or of those accepted, from the library, or brings a new one. */
export function FilePicker({ accept, ...rest }: FilePickerProps) {
  return <Library {...rest} noun="file" wanted={accept ? { accept } : {}} offered={accept} />;
}
