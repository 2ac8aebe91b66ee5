import { asText, type WidgetProps } from "./widget.ts";

/** A day of the calendar, `YYYY-MM-DD`, with the browser's own calendar. */
export function DateWidget({ value, onChange, control }: WidgetProps) {
  return (
    <input
      {...control}
      type="date"
      max="9999-12-31"
      value={asText(value)}
      onChange={(event) => onChange(event.target.value || null)}
      className="field-box"
    />
  );
}
