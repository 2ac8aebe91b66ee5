import { IconButton } from "../ui/icon-button.tsx";
import type { ItemPlace } from "./use-sortable.ts";

/** Moves an item of a list by one place. */
export function MoveButtons({ place }: { place: ItemPlace }) {
  const { id, name, index, count, moveBy } = place;
  if (count < 2) return null;
  return (
    <>
      <IconButton
        id={`${id}-up`}
        icon="up"
        label={`Move ${name} up`}
        size={15}
        className="size-7"
        disabled={index === 0}
        onClick={() => moveBy(-1, "up")}
      />
      <IconButton
        id={`${id}-down`}
        icon="down"
        label={`Move ${name} down`}
        size={15}
        className="size-7"
        disabled={index === count - 1}
        onClick={() => moveBy(1, "down")}
      />
    </>
  );
}
