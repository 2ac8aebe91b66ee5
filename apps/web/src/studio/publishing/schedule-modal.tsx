import { type FormEvent, type ReactNode, useId, useState } from "react";
import { fromLocalTime, toLocalTime, zoneAt } from "../fields/local-time.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { suggestedTimes } from "./suggested-times.ts";

interface ScheduleModalProps {
  /** Of the entry or release. */
  name: string;
  description: string;
  /** When it is to be published as yet; `null` when it is not. */
  before: Date | null;
  /** What happens at a time, in a sentence or two. */
  says: (at: Date, now: Date) => string;
  /** What stands between the time and the buttons. */
  children: (at: Date | null) => ReactNode;
  canSchedule: boolean;
  onSchedule: (at: Date) => void;
  onClose: () => void;
  onGone?: () => boolean;
}

/** Asks when an entry or a release is to be published by itself. */
export function ScheduleModal(props: ScheduleModalProps) {
  const { name, description, before, says, children, canSchedule, onSchedule, onClose, onGone } = props;
  const id = useId();
  const [now] = useState(() => new Date());
  const suggested = suggestedTimes(now);
  const [text, setText] = useState(() => {
    const wanted = before && before > now ? before : suggested[1]?.at;
    return toLocalTime((wanted ?? now).toISOString());
  });
  const iso = fromLocalTime(text);
  const at = iso === null ? null : new Date(iso);
  const isPast = at !== null && at <= new Date();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (at && !isPast && canSchedule) onSchedule(at);
  }

  return (
    <Modal
      title={`${before ? "Reschedule" : "Schedule"} “${name}”`}
      description={description}
      onClose={onClose}
      {...(onGone ? { onGone } : {})}
    >
      <form onSubmit={submit}>
        <div className="mb-3 flex flex-wrap gap-2">
          {suggested.map(({ label, at: time }) => (
            <Button
              key={label}
              aria-pressed={time.getTime() === at?.getTime()}
              className="aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:text-accent"
              onClick={() => setText(toLocalTime(time.toISOString()))}
            >
              {label}
            </Button>
          ))}
        </div>
        <label htmlFor={id} className="font-semibold">
          Day and time
        </label>
        <input
          id={id}
          type="datetime-local"
          required
          min={toLocalTime(minute(now).toISOString())}
          max="9999-12-31T23:59"
          value={text}
          aria-describedby={`${id}-zone ${id}-says`}
          aria-invalid={isPast}
          onChange={(event) => setText(event.target.value)}
          className="field-box mt-1"
        />
        <p id={`${id}-zone`} className="mt-1 text-sm text-muted">
          Your time zone: {zoneAt(at ?? now)}
        </p>
        <p
          id={`${id}-says`}
          role="status"
          className={`mt-3 min-h-6 ${isPast ? "font-semibold text-danger" : ""}`}
        >
          {at && (isPast ? "This time has passed: choose a later one." : says(at, now))}
        </p>
        <div className="mt-3 flex flex-col gap-3 empty:hidden">{children(at)}</div>
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={!canSchedule || !at || isPast}>
            Schedule
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function minute(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 60_000) * 60_000);
}
