import type { BinnedEntry } from "../connection/desk.ts";
import { Button } from "../ui/button.tsx";
import { When } from "../ui/when.tsx";
import { daysLeft } from "./days-left.ts";

interface BinRowProps {
  entry: BinnedEntry;
  typeLabel: string;
  onRestore: () => void;
  /** `null` for those who may not. */
  onPurge: (() => void) | null;
}

export function BinRow({ entry, typeLabel, onRestore, onPurge }: BinRowProps) {
  const title = entry.title || "Untitled";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className={`font-medium wrap-anywhere ${entry.title ? "" : "text-muted italic"}`}>{title}</p>
        <p className="mt-0.5 text-sm text-muted">
          {typeLabel} · deleted {entry.deletedBy ? `by ${entry.deletedBy.name} ` : ""}
          <When date={entry.deletedAt} /> · {daysLeft(entry.purgeAt, new Date())}
        </p>
      </div>
      <div className="flex gap-2">
        <Button aria-label={`Restore ${title}`} onClick={onRestore}>
          Restore
        </Button>
        {onPurge && (
          <Button look="danger" aria-label={`Delete ${title} for good`} onClick={onPurge}>
            Delete for good
          </Button>
        )}
      </div>
    </li>
  );
}
