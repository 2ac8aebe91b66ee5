import { useHalfDate } from "./use-half-date.ts";
import { asText, type WidgetProps } from "./widget.ts";
import { WidgetProblem } from "./widget-problem.tsx";

/** A day of the calendar, `YYYY-MM-DD`, with the browser's own calendar. */
export function DateWidget({ value, onChange, control, path }: WidgetProps) {
  const { problem, listeners } = useHalfDate(path, control["aria-invalid"]);
  const problemId = `${control.id}-unreadable`;
  return (
    <>
      <input
        {...control}
        {...listeners}
        aria-invalid={control["aria-invalid"] || problem !== null}
        aria-describedby={
          [control["aria-describedby"], problem && problemId].filter(Boolean).join(" ") || undefined
        }
        type="date"
        max="9999-12-31"
        value={asText(value)}
        onChange={(event) => onChange(event.target.value || null)}
        className="field-box"
      />
      {problem && <WidgetProblem id={problemId} text={problem} />}
    </>
  );
}
