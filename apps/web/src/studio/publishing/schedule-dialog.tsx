import type { Entry } from "@letterpress/client";
import { type FormEvent, useId, useState } from "react";
import { entriesOf } from "../connection/entries-of.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { fromLocalTime, toLocalTime, zoneAt } from "../fields/local-time.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { toast } from "../ui/toasts.tsx";
import { DeedProblem } from "../workflow/deed-problem.tsx";
import { useDeed } from "../workflow/use-deed.ts";
import { suggestedTimes } from "./suggested-times.ts";
import { dayAndTime } from "./time-words.ts";

interface ScheduleDialogProps {
  saved: Entry;
  editor: EntryEditor;
  onClose: () => void;
}

/** Asks when the draft, as it is now, is to be published. */
export function ScheduleDialog({ saved, editor, onClose }: ScheduleDialogProps) {
  const id = useId();
  const [now] = useState(() => new Date());
  const suggested = suggestedTimes(now);
  const [text, setText] = useState(() => {
    const wanted = saved.schedule && saved.schedule.at > now ? saved.schedule.at : suggested[1]?.at;
    return toLocalTime((wanted ?? now).toISOString());
  });
  const deed = useDeed(editor);
  const iso = fromLocalTime(text);
  const at = iso === null ? null : new Date(iso);
  const isPast = at !== null && at <= new Date();

  async function schedule(event: FormEvent) {
    event.preventDefault();
    if (!at || isPast) return;
    const entry = await deed.run(({ id, version: expectedVersion }) =>
      entriesOf(saved.type).schedule({ id, expectedVersion, at }),
    );
    if (!entry) return;
    toast(`“${entry.title || "Untitled"}” will be published ${dayAndTime(at, new Date())}.`);
    onClose();
  }

  return (
    <Modal
      title={saved.schedule ? "Schedule again" : "Schedule"}
      description="It is published by itself at this time, as it is now."
      onClose={onClose}
    >
      <form onSubmit={(event) => void schedule(event)}>
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
          {at &&
            (isPast ? "This time has passed: choose a later one." : says(saved, editor.isDirty, at, now))}
        </p>
        <DeedProblem problem={deed.problem} />
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={deed.isRunning || !at || isPast}>
            Schedule
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function says(saved: Entry, isDirty: boolean, at: Date, now: Date): string {
  const what = isDirty ? "This text" : `Version ${saved.version}`;
  const until = saved.isPublished ? " Until then readers see the version that is published." : "";
  return `${what} is published ${dayAndTime(at, now)}.${until} Later changes wait until you schedule them, too.`;
}

function minute(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 60_000) * 60_000);
}
