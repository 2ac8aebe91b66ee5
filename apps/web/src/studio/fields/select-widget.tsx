import { optionLabel } from "./value-text.ts";
import { asText, type WidgetProps } from "./widget.ts";

/** One of a list. A value that has since left the list is shown, so that it does not change unseen. */
export function SelectWidget({ field, value, onChange, control }: WidgetProps) {
  const chosen = asText(value);
  const options = [...(field.options ?? [])];
  if (chosen !== "" && !options.includes(chosen)) options.push(chosen);
  return (
    <select
      {...control}
      value={chosen}
      onChange={(event) => onChange(event.target.value || null)}
      className="field-box"
    >
      <option value="">{field.required ? "Choose…" : "None"}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {optionLabel(option)}
        </option>
      ))}
    </select>
  );
}
