import type { ItemPlace } from "./use-sortable.ts";

/** What an item is dragged by, or moved with the arrow keys. */
export function DragHandle({ place }: { place: ItemPlace }) {
  if (place.count < 2) return null;
  return (
    <button
      {...place.dragProps}
      type="button"
      id={`${place.id}-drag`}
      aria-label={`Reorder ${place.name}: up and down keys`}
      title="Drag, or press the up and down keys"
      className="inline-flex h-8 w-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-muted select-none hover:bg-sunken hover:text-ink active:cursor-grabbing"
    >
      <svg width="10" height="16" viewBox="0 0 10 16" fill="currentColor" aria-hidden="true">
        {[2, 8, 14].flatMap((y) => [2, 8].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.4" />))}
      </svg>
    </button>
  );
}
