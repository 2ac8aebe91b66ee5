import type { PreviewLink as Link } from "@letterpress/client";
import { useId, useState } from "react";
import { entriesOf } from "../connection/entries-of.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { dayAndTime, timeLeft } from "../publishing/time-words.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { ActionProblem } from "../workflow/action-problem.tsx";
import { useAction } from "../workflow/use-action.ts";
import { CopyBox } from "./copy-box.tsx";
import { openPreview } from "./open-preview.ts";

const lifetimes = [
  { hours: 24, label: "a day" },
  { hours: 72, label: "3 days" },
  { hours: 168, label: "a week" },
  { hours: 720, label: "30 days" },
];

/** Shows the draft on the reader site, and makes links to it for people without an account. */
export function PreviewLink({ editor }: { editor: EntryEditor }) {
  const id = useId();
  const [hours, setHours] = useState(72);
  const [link, setLink] = useState<Link | null>(null);
  const action = useAction(editor);
  const now = new Date();

  async function create() {
    const made = await action.start(({ type, id }) =>
      entriesOf(type).previewLink({ id, expiresInHours: hours }),
    );
    if (made) setLink(made);
  }

  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-muted">
        Whoever has the link sees the latest save of this draft as readers would, until the link expires.
      </p>
      {link?.url ? (
        <div>
          <CopyBox label="Preview link" text={new URL(link.url, window.location.origin).href} />
          <p className="mt-1 text-sm text-muted">
            It works for {timeLeft(link.expiresAt, now)}, until {dayAndTime(link.expiresAt, now)}.
          </p>
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <label htmlFor={id} className="text-sm">
            Works for
          </label>
          <select
            id={id}
            value={hours}
            onChange={(event) => setHours(Number(event.target.value))}
            className="field-box w-auto!"
          >
            {lifetimes.map((one) => (
              <option key={one.hours} value={one.hours}>
                {one.label}
              </option>
            ))}
          </select>
          <Button onClick={() => void create()} disabled={action.isRunning}>
            <Icon name="link" size={16} />
            Create link
          </Button>
        </div>
      )}
      <Button look="quiet" className="-ml-3 self-start" onClick={() => void openPreview(editor)}>
        <Icon name="outside" size={16} />
        Open preview
      </Button>
      <ActionProblem problem={action.problem} />
    </div>
  );
}
