import type { Entry } from "@letterpress/client";
import { publishKeys } from "../shell/platform-keys.ts";
import { Button } from "../ui/button.tsx";
import { primaryAction } from "./primary-action.ts";

interface PrimaryButtonProps {
  saved: Entry | null;
  isDirty: boolean;
  isBusy: boolean;
  mayPublish: boolean;
  onStart: (action: NonNullable<ReturnType<typeof primaryAction>>) => void;
}

const words = {
  submit: { label: "Submit", title: "Asks somebody to review it" },
  approve: { label: "Approve", title: "Says that it can be published" },
  publish: { label: "Publish", title: `Shows what changes for readers, then publishes (${publishKeys})` },
  schedule: { label: "Reschedule…", title: "Chooses another time" },
  reopen: { label: "Reopen", title: "Makes it a draft again" },
} as const;

/** What comes next, as one button. */
export function PrimaryButton({ saved, isDirty, isBusy, mayPublish, onStart }: PrimaryButtonProps) {
  const action = primaryAction(saved, mayPublish);
  if (!action) return null;
  const isUpToDate = saved?.status === "published" && !isDirty;
  const { label, title } = words[action];
  return (
    <Button
      look="primary"
      disabled={isBusy || isUpToDate || (action === "submit" && !saved && !isDirty)}
      title={isUpToDate ? "Readers see this version already" : title}
      onClick={() => onStart(action)}
    >
      {label}
    </Button>
  );
}
