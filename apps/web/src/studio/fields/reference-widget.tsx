import { IconButton } from "../ui/icon-button.tsx";
import { EntryPicker } from "./entry-picker.tsx";
import { TargetLine } from "./target-line.tsx";
import { useCreateTarget } from "./use-create-target.ts";
import { useTargetType } from "./use-target-type.ts";
import { useTargets } from "./use-targets.ts";
import { asText, type WidgetProps } from "./widget.ts";

/** One entry of another type. */
export function ReferenceWidget({ field, value, onChange, control }: WidgetProps) {
  const type = useTargetType(field);
  const id = asText(value);
  const target = useTargets(type.name, id ? [id] : []);
  const { create, failure } = useCreateTarget(type, onChange);
  return (
    <>
      {id && (
        <div className="mb-1.5">
          <TargetLine type={type} id={id} entry={target(id)}>
            <IconButton
              icon="close"
              label={`Remove ${target(id)?.title ?? field.label.toLowerCase()}`}
              size={15}
              onClick={() => onChange(null)}
            />
          </TargetLine>
        </div>
      )}
      <EntryPicker
        type={type}
        control={control}
        placeholder={id ? `Choose another ${type.label.toLowerCase()}` : `Find a ${type.label.toLowerCase()}`}
        chosen={id ? [id] : []}
        onPick={onChange}
        onCreate={create}
      />
      {failure && <p className="mt-1 text-sm font-medium text-danger">{failure}</p>}
    </>
  );
}
