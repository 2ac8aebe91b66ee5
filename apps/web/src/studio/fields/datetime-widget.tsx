import { fromLocalTime, toLocalTime, zoneAt } from "./local-time.ts";
import { asText, type WidgetProps } from "./widget.ts";

/** A moment, in the time zone of whoever edits it. */
export function DatetimeWidget({ value, onChange, control }: WidgetProps) {
  const iso = asText(value);
  const zoneId = `${control.id}-zone`;
  return (
    <>
      <input
        {...control}
        aria-describedby={[control["aria-describedby"], zoneId].filter(Boolean).join(" ")}
        type="datetime-local"
        max="9999-12-31T23:59"
        // A moment with seconds is no mistake.
        step="any"
        value={toLocalTime(iso)}
        onChange={(event) => onChange(fromLocalTime(event.target.value))}
        className="field-box"
      />
      <p id={zoneId} className="mt-1 text-sm text-muted">
        Your time zone: {zoneAt(iso === "" ? new Date() : new Date(iso))}
      </p>
    </>
  );
}
