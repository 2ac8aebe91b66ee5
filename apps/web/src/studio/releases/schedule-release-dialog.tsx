import type { CallError } from "@letterpress/client";
import { useState } from "react";
import { attempt } from "../connection/call.ts";
import type { Release } from "../connection/desk.ts";
import { press } from "../connection/press.ts";
import { ScheduleModal } from "../publishing/schedule-modal.tsx";
import { dayAndTime } from "../publishing/time-words.ts";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { toast } from "../ui/toasts.tsx";
import { rememberRelease } from "./remember-release.ts";
import { whatWillHappen } from "./what-will-happen.ts";

interface ScheduleReleaseDialogProps {
  release: Release;
  onClose: () => void;
}

/** Chooses when a release is published by itself. */
export function ScheduleReleaseDialog({ release, onClose }: ScheduleReleaseDialogProps) {
  const [problem, setProblem] = useState<CallError | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const { id, name, items } = release;

  async function schedule(at: Date) {
    setWaiting(true);
    const result = await attempt(press.releases.schedule({ id, at }));
    setWaiting(false);
    if (!result.ok) return setProblem(result.error);
    rememberRelease(result.data);
    toast(`“${name}” will be published ${dayAndTime(at, new Date())}.`);
    onClose();
  }

  return (
    <ScheduleModal
      name={name}
      description={whatWillHappen(items)}
      before={release.schedule?.at ?? null}
      says={(at, now) => `It is published by itself ${dayAndTime(at, now)}: all of it, or nothing.`}
      canSchedule={!isWaiting}
      onSchedule={(at) => void schedule(at)}
      onClose={onClose}
    >
      {() =>
        problem && (
          <Notice tone="danger">
            <ProblemText problem={problem} />
          </Notice>
        )
      }
    </ScheduleModal>
  );
}
