import { GroupFields } from "./group-fields.tsx";
import type { WidgetProps } from "./widget.ts";

/** Several fields that belong together. A group that may be missing is, once all of its fields are empty. */
export function GroupWidget({ field, value, onChange, control, path }: WidgetProps) {
  return (
    <fieldset
      id={control.id}
      tabIndex={-1}
      aria-labelledby={control["aria-labelledby"]}
      aria-describedby={control["aria-describedby"]}
      className={`min-w-0 rounded-lg border p-3 ${control["aria-invalid"] ? "border-danger" : "border-line"}`}
    >
      <GroupFields
        fields={field.fields ?? []}
        id={control.id}
        path={path}
        value={value}
        onChange={(values) => onChange(field.required || Object.keys(values).length > 0 ? values : null)}
      />
    </fieldset>
  );
}
