import type { ItemPlace } from "./use-sortable.ts";

/** How an item looks while it, or another one, is dragged. */
export function itemFrame({ isDragged, dropSide }: ItemPlace): string {
  const line =
    dropSide === null
      ? ""
      : `before:absolute before:inset-x-0 before:h-0.5 before:rounded-full before:bg-accent ${dropSide === "above" ? "before:-top-1.5" : "before:-bottom-1.5"}`;
  return `relative ${isDragged ? "opacity-50" : ""} ${line}`;
}
