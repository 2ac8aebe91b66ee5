import type { ReactNode, RefObject } from "react";
import { Button } from "../ui/button.tsx";
import type { ControlProps } from "./widget.ts";

interface ItemsFrameProps {
  control: ControlProps;
  listRef: RefObject<HTMLOListElement | null>;
  announcement: string;
  /** Said while there are none. */
  empty: string;
  count: number;
  max: number | undefined;
  /** Folds or unfolds all; absent where nothing folds. */
  folding?: { areAllFolded: boolean; foldAll: (isFolded: boolean) => void };
  /** What there is to know of every item. */
  note?: string;
  /** What adds an item. */
  adding: ReactNode;
  children: ReactNode;
}

/** Items under each other, and under them what adds one. */
export function ItemsFrame({
  control,
  listRef,
  announcement,
  empty,
  count,
  max,
  folding,
  note = "",
  adding,
  children,
}: ItemsFrameProps) {
  const isFull = max !== undefined && count >= max;
  return (
    <fieldset
      aria-labelledby={control["aria-labelledby"]}
      aria-describedby={control["aria-describedby"]}
      className="flex min-w-0 flex-col gap-2"
    >
      {count === 0 ? (
        <p className="rounded-lg border border-dashed border-control px-3 py-2.5 text-sm text-muted">
          {empty}
        </p>
      ) : (
        <ol ref={listRef} className="flex min-w-0 flex-col gap-2">
          {children}
        </ol>
      )}
      {note !== "" && count > 0 && <p className="text-sm text-muted">{note}</p>}
      <div className="flex flex-wrap items-center gap-2">
        {adding}
        {folding && count > 1 && (
          <Button look="quiet" onClick={() => folding.foldAll(!folding.areAllFolded)}>
            {folding.areAllFolded ? "Unfold all" : "Fold all"}
          </Button>
        )}
        {isFull && <p className="text-sm text-muted">These are all that fit: {max}.</p>}
      </div>
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </fieldset>
  );
}
