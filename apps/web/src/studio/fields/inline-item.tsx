import type { FieldDescription } from "@letterpress/client";
import { useMemo } from "react";
import { IconButton } from "../ui/icon-button.tsx";
import { DragHandle } from "./drag-handle.tsx";
import { FieldRow } from "./field-row.tsx";
import { itemFrame } from "./item-frame.ts";
import { MoveButtons } from "./move-buttons.tsx";
import type { Item } from "./use-items.ts";

/** An item of a list that needs one line only. */
export function InlineItem({ item, field, path }: { item: Item; field: FieldDescription; path: string }) {
  const { place, value, change, remove } = item;
  const named = useMemo(() => ({ ...field, label: place.name }), [field, place.name]);
  return (
    <li className={`flex min-w-0 items-start gap-0.5 ${itemFrame(place)}`}>
      <DragHandle place={place} />
      <div id={`${place.id}-body`} className="min-w-0 flex-1">
        <FieldRow field={named} id={`${place.id}-value`} path={path} value={value} isBare onChange={change} />
      </div>
      <MoveButtons place={place} />
      <IconButton
        icon="close"
        label={`Remove ${place.name}`}
        size={15}
        className="mt-0.5 size-7"
        onClick={remove}
      />
    </li>
  );
}
