import type { WidgetProps } from "./widget.ts";

export function BooleanWidget({ value, onChange, control }: WidgetProps) {
  return (
    <input
      {...control}
      aria-required={undefined}
      type="checkbox"
      role="switch"
      checked={value === true}
      onChange={(event) => onChange(event.target.checked)}
      className="relative h-6 w-11 appearance-none rounded-full bg-control transition-colors before:absolute before:top-1 before:left-1 before:size-4 before:rounded-full before:bg-surface before:transition-transform checked:bg-accent checked:before:translate-x-5"
    />
  );
}
