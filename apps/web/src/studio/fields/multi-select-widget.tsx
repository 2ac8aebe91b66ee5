import { optionLabel } from "./value-text.ts";
import { asIds, type WidgetProps } from "./widget.ts";

/** Any number of a list. Values that have since left the list are shown, so that they do not change unseen. */
export function MultiSelectWidget({ field, value, onChange, control }: WidgetProps) {
  const chosen = asIds(value);
  const options = field.options ?? [];
  const shown = [...options, ...chosen.filter((one) => !options.includes(one))];
  return (
    <fieldset
      aria-labelledby={control["aria-labelledby"]}
      aria-describedby={control["aria-describedby"]}
      className="flex min-w-0 flex-wrap gap-2"
    >
      {shown.map((option, index) => (
        <label
          key={option}
          className="inline-flex min-h-9 cursor-pointer items-center gap-2 rounded-md border border-control bg-surface px-2.5 has-checked:border-accent has-checked:bg-accent-tint"
        >
          <input
            type="checkbox"
            {...(index === 0 ? { id: control.id } : {})}
            aria-invalid={control["aria-invalid"]}
            checked={chosen.includes(option)}
            onChange={(event) =>
              onChange(shown.filter((one) => (one === option ? event.target.checked : chosen.includes(one))))
            }
            className="size-4 accent-accent"
          />
          {optionLabel(option)}
        </label>
      ))}
    </fieldset>
  );
}
