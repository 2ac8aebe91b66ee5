import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from "react";
import { dropPlace } from "./drop-place.ts";
import { useFocusNext } from "./use-focus-next.ts";

/** What an item is moved with: it keeps the focus, wherever the item goes. */
type Handle = "drag" | "up" | "down";

/** Where an item stands among the others, and how it is moved. */
export interface ItemPlace {
  /** Begins the ids of its elements. */
  id: string;
  /** What it is called: `Step 2`. */
  name: string;
  index: number;
  count: number;
  moveBy: (by: -1 | 1, handle: Handle) => void;
  dragProps: {
    onKeyDown: (event: KeyboardEvent) => void;
    onPointerDown: (event: PointerEvent) => void;
    onPointerMove: (event: PointerEvent) => void;
    onPointerUp: () => void;
    onPointerCancel: () => void;
  };
  isDragged: boolean;
  /** The side on which a dragged item would come to lie. */
  dropSide: "above" | "below" | null;
}

interface SortableOptions {
  items: readonly { id: string; name: string }[];
  onMove: (from: number, to: number) => void;
}

interface Sortable {
  /** For the element whose children are the items. */
  listRef: RefObject<HTMLOListElement | null>;
  places: ItemPlace[];
  /** What just happened, for those who do not see it. */
  announcement: string;
}

/** Lets the items of a list be moved by buttons, by the arrow keys on a handle, and by dragging that handle. */
export function useSortable({ items, onMove }: SortableOptions): Sortable {
  const listRef = useRef<HTMLOListElement>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const [announcement, setAnnouncement] = useState("");
  const focusNext = useFocusNext();

  function move(from: number, to: number, handle: Handle) {
    const item = items[from];
    if (!item || from === to || to < 0 || to >= items.length) return;
    onMove(from, to);
    setAnnouncement(`${item.name} is now ${to + 1} of ${items.length}.`);
    focusNext(`${item.id}-${handle}`, `${item.id}-${handle === "up" ? "down" : "up"}`);
  }

  function dragOver(y: number) {
    if (!drag || !listRef.current) return;
    const extents = [...listRef.current.children].map((child) => child.getBoundingClientRect());
    const to = dropPlace(extents, drag.from, y);
    if (to !== drag.to) setDrag({ ...drag, to });
    scrollAtEdge(y);
  }

  function drop() {
    setDrag(null);
    if (drag) move(drag.from, drag.to, "drag");
  }

  const places = items.map(({ id, name }, index): ItemPlace => {
    const isTarget = drag !== null && drag.to !== drag.from && drag.to === index;
    return {
      id,
      name,
      index,
      count: items.length,
      moveBy: (by, handle) => move(index, index + by, handle),
      dragProps: {
        onKeyDown(event) {
          if (event.key === "Escape" && drag) setDrag(null);
          else if (event.key === "ArrowUp") move(index, index - 1, "drag");
          else if (event.key === "ArrowDown") move(index, index + 1, "drag");
          else return;
          event.preventDefault();
        },
        onPointerDown(event) {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: index, to: index });
        },
        onPointerMove: (event) => dragOver(event.clientY),
        onPointerUp: drop,
        onPointerCancel: () => setDrag(null),
      },
      isDragged: drag?.from === index,
      dropSide: isTarget ? (drag.to < drag.from ? "above" : "below") : null,
    };
  });
  return { listRef, places, announcement };
}

/** Pixels from the edge of the screen, under the page's header, at which the page moves along. */
const edge = 90;

function scrollAtEdge(y: number) {
  if (y < edge) window.scrollBy(0, -16);
  else if (y > window.innerHeight - edge) window.scrollBy(0, 16);
}
