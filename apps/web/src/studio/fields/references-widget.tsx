import { IconButton } from "../ui/icon-button.tsx";
import { DragHandle } from "./drag-handle.tsx";
import { EntryPicker } from "./entry-picker.tsx";
import { itemFrame } from "./item-frame.ts";
import { MoveButtons } from "./move-buttons.tsx";
import { moveItem } from "./move-item.ts";
import { TargetLine } from "./target-line.tsx";
import { useCreateTarget } from "./use-create-target.ts";
import { useFocusNext } from "./use-focus-next.ts";
import { useLatest } from "./use-latest.ts";
import { useSortable } from "./use-sortable.ts";
import { useTargetType } from "./use-target-type.ts";
import { useTargets } from "./use-targets.ts";
import { asIds, type WidgetProps } from "./widget.ts";

/** Entries of another type, in an order that readers see. */
export function ReferencesWidget({ field, value, onChange, control }: WidgetProps) {
  const type = useTargetType(field);
  const ids = asIds(value);
  const target = useTargets(type.name, ids);
  // Two new entries may be under way at once: the second must not forget the first.
  const latest = useLatest(ids);
  const set = (next: string[]) => {
    latest.current = next;
    onChange(next);
  };
  const add = (id: string) => set([...latest.current, id]);
  const { create, failure } = useCreateTarget(type, add);
  const focusNext = useFocusNext();
  const { listRef, places, announcement } = useSortable({
    items: ids.map((id) => ({ id: `${control.id}-${id}`, name: target(id)?.title || "Untitled" })),
    onMove: (from, to) => set(moveItem(latest.current, from, to)),
  });
  return (
    <>
      {ids.length > 0 && (
        <ol ref={listRef} className="mb-1.5 flex flex-col gap-1" aria-label="Chosen, in order">
          {places.map((place) => {
            const id = ids[place.index] ?? "";
            return (
              <li key={id} className={`flex items-center ${itemFrame(place)}`}>
                <DragHandle place={place} />
                <div className="min-w-0 flex-1">
                  <TargetLine type={type} id={id} entry={target(id)}>
                    <MoveButtons place={place} />
                    <IconButton
                      icon="close"
                      label={`Remove ${place.name}`}
                      size={15}
                      className="size-7"
                      onClick={() => {
                        set(latest.current.filter((other) => other !== id));
                        focusNext(control.id);
                      }}
                    />
                  </TargetLine>
                </div>
              </li>
            );
          })}
        </ol>
      )}
      <EntryPicker
        type={type}
        control={control}
        placeholder={`Add ${type.pluralLabel.toLowerCase()}`}
        chosen={ids}
        onPick={add}
        onCreate={create}
      />
      {failure && <p className="mt-1 text-sm font-medium text-danger">{failure}</p>}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </>
  );
}
