import type { CallError } from "@letterpress/client";
import { type FormEvent, useState } from "react";
import { LabelledInput } from "../auth/labelled-input.tsx";
import { attempt } from "../connection/call.ts";
import type { Release } from "../connection/desk.ts";
import { press } from "../connection/press.ts";
import { fromLocalTime, toLocalTime, zoneAt } from "../fields/local-time.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { momentText } from "../ui/moment-text.ts";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { toast } from "../ui/toasts.tsx";
import { rememberRelease } from "./remember-release.ts";
import { whatWillHappen } from "./what-will-happen.ts";

interface ScheduleReleaseDialogProps {
  release: Release;
  onClose: () => void;
}

/** Chooses when a release publishes itself. */
export function ScheduleReleaseDialog({ release, onClose }: ScheduleReleaseDialogProps) {
  const [problem, setProblem] = useState<CallError | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const proposed = release.schedule?.at ?? tomorrowMorning();

  async function schedule(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const at = fromLocalTime(String(new FormData(event.currentTarget).get("at")));
    if (at === null) return;
    setWaiting(true);
    const result = await attempt(press.releases.schedule({ id: release.id, at: new Date(at) }));
    setWaiting(false);
    if (!result.ok) return setProblem(result.error);
    rememberRelease(result.data);
    toast(`“${release.name}” publishes itself ${momentText(new Date(at), new Date())}.`);
    onClose();
  }

  return (
    <Modal
      title={`Schedule “${release.name}”`}
      description={`${whatWillHappen(release.items)} It happens by itself, also when nobody is signed in.`}
      onClose={onClose}
    >
      <form onSubmit={schedule}>
        <LabelledInput
          label="Publish at"
          name="at"
          type="datetime-local"
          required
          autoFocus
          min={toLocalTime(new Date().toISOString()).slice(0, 16)}
          max="9999-12-31T23:59"
          defaultValue={toLocalTime(proposed.toISOString())}
          help={`Your time zone: ${zoneAt(proposed)}`}
        />
        {problem && (
          <div className="mb-4">
            <Notice tone="danger">
              <ProblemText problem={problem} />
            </Notice>
          </div>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={isWaiting}>
            {isWaiting ? "Scheduling…" : "Schedule"}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function tomorrowMorning(): Date {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 8);
}
