import { type ReactNode, useState } from "react";
import { MenuItem } from "../ui/menu.tsx";
import { ActionMenu } from "./action-menu.tsx";
import { DragHandle } from "./drag-handle.tsx";
import { itemFrame } from "./item-frame.ts";
import { MoveButtons } from "./move-buttons.tsx";
import type { Item } from "./use-items.ts";

interface ItemCardProps {
  item: Item;
  /** What stands first on its line. */
  title: string;
  /** One line of what is in it. */
  summary: string;
  /** Something is wrong in it. */
  isRefused: boolean;
  isFolded: boolean;
  onFold: () => void;
  /** There is no room for one more. */
  isFull: boolean;
  children: ReactNode;
}

/** An item of a list in a box of its own, which folds into one line. */
export function ItemCard({
  item,
  title,
  summary,
  isRefused,
  isFolded,
  onFold,
  isFull,
  children,
}: ItemCardProps) {
  const { place, remove, duplicate } = item;
  // Hundreds of folded items cost nothing; one that was open keeps what is being done in it.
  const [wasOpened, setOpened] = useState(!isFolded);
  if (!isFolded && !wasOpened) setOpened(true);
  return (
    <li
      className={`min-w-0 rounded-lg border bg-surface ${isRefused ? "border-danger" : "border-line"} ${itemFrame(place)}`}
    >
      <div className="flex items-center gap-0.5 px-1.5 py-1">
        <DragHandle place={place} />
        <button
          type="button"
          id={`${place.id}-head`}
          aria-expanded={!isFolded}
          aria-controls={`${place.id}-body`}
          onClick={onFold}
          className="flex min-h-8 min-w-0 flex-1 items-center gap-1.5 rounded-md px-1 text-left hover:bg-sunken"
        >
          <Chevron isOpen={!isFolded} />
          <span className="shrink-0 font-semibold">
            {title}
            {title !== place.name && <span className="sr-only"> {place.index + 1}</span>}
          </span>
          <span className="min-w-0 flex-1 truncate text-muted">{summary}</span>
          {isRefused && isFolded && (
            <span className="shrink-0 text-sm font-semibold text-danger">
              <span className="max-sm:sr-only">Needs a look</span>
              <span className="sm:hidden" aria-hidden="true">
                !
              </span>
            </span>
          )}
        </button>
        <MoveButtons place={place} />
        <ActionMenu label={`More for ${place.name}`}>
          {!isFull && (
            <MenuItem icon="plus" onSelect={duplicate}>
              Duplicate
            </MenuItem>
          )}
          <MenuItem icon="trash" isDanger onSelect={remove}>
            Remove
          </MenuItem>
        </ActionMenu>
      </div>
      <div
        id={`${place.id}-body`}
        hidden={isFolded}
        className="border-t border-line p-3 [&_.cm-content]:min-h-28!"
      >
        {wasOpened && children}
      </div>
    </li>
  );
}

function Chevron({ isOpen }: { isOpen: boolean }) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`shrink-0 text-muted transition-transform ${isOpen ? "rotate-90" : ""}`}
    >
      <path d="M5 3l4 4l-4 4" />
    </svg>
  );
}
