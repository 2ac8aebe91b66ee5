import { fromLocalTime, toLocalTime, zoneAt } from "./local-time.ts";
import { useHalfDate } from "./use-half-date.ts";
import { asText, type WidgetProps } from "./widget.ts";
import { WidgetProblem } from "./widget-problem.tsx";

/** A moment, in the time zone of whoever edits it. */
export function DatetimeWidget({ value, onChange, control, path }: WidgetProps) {
  const iso = asText(value);
  const { problem, listeners } = useHalfDate(path, control["aria-invalid"]);
  const zoneId = `${control.id}-zone`;
  const problemId = `${control.id}-unreadable`;
  return (
    <>
      <input
        {...control}
        {...listeners}
        aria-invalid={control["aria-invalid"] || problem !== null}
        aria-describedby={[control["aria-describedby"], zoneId, problem && problemId]
          .filter(Boolean)
          .join(" ")}
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
      {problem && <WidgetProblem id={problemId} text={problem} />}
    </>
  );
}
