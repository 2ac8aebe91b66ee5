import type { WidgetProps } from "./widget.ts";

/** Yes or no. Untouched, it shows what publishing takes. */
export function BooleanWidget({ field, value, onChange, control }: WidgetProps) {
  const isOn = (value ?? field.defaultValue) === true;
  // "No" is an answer: nobody has to tick it.
  const { "aria-required": _, ...rest } = control;
  return (
    <input
      {...rest}
      type="checkbox"
      role="switch"
      aria-checked={isOn}
      checked={isOn}
      onChange={(event) => onChange(event.target.checked)}
      className="relative h-6 w-11 appearance-none rounded-full bg-control transition-colors before:absolute before:top-1 before:left-1 before:size-4 before:rounded-full before:bg-surface before:transition-transform checked:bg-accent checked:before:translate-x-5"
    />
  );
}
