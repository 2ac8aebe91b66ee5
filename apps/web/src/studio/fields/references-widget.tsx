import { useLayoutEffect, useRef } from "react";
import { IconButton } from "../ui/icon-button.tsx";
import { EntryPicker } from "./entry-picker.tsx";
import { moveItem } from "./move-item.ts";
import { TargetLine } from "./target-line.tsx";
import { useCreateTarget } from "./use-create-target.ts";
import { useTargetType } from "./use-target-type.ts";
import { useTargets } from "./use-targets.ts";
import { asIds, type WidgetProps } from "./widget.ts";

/** Entries of another type, in an order that readers see. */
export function ReferencesWidget({ field, value, onChange, control }: WidgetProps) {
  const type = useTargetType(field);
  const ids = asIds(value);
  const target = useTargets(type.name, ids);
  // Two new entries may be under way at once: the second must not forget the first.
  const latest = useRef(ids);
  useLayoutEffect(() => {
    latest.current = ids;
  });
  const add = (id: string) => {
    latest.current = [...latest.current, id];
    onChange(latest.current);
  };
  const { create, failure } = useCreateTarget(type, add);
  return (
    <>
      {ids.length > 0 && (
        <ol className="mb-1.5 flex flex-col gap-1" aria-label="Chosen, in order">
          {ids.map((id, index) => {
            const title = target(id)?.title || "Untitled";
            return (
              <li key={id}>
                <TargetLine type={type} id={id} entry={target(id)}>
                  {ids.length > 1 && (
                    <>
                      <IconButton
                        icon="up"
                        label={`Move ${title} up`}
                        size={15}
                        className="size-7"
                        disabled={index === 0}
                        onClick={() => onChange(moveItem(ids, index, -1))}
                      />
                      <IconButton
                        icon="down"
                        label={`Move ${title} down`}
                        size={15}
                        className="size-7"
                        disabled={index === ids.length - 1}
                        onClick={() => onChange(moveItem(ids, index, 1))}
                      />
                    </>
                  )}
                  <IconButton
                    icon="close"
                    label={`Remove ${title}`}
                    size={15}
                    className="size-7"
                    onClick={() => onChange(ids.filter((other) => other !== id))}
                  />
                </TargetLine>
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
    </>
  );
}
