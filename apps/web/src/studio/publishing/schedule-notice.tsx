import type { Entry } from "@letterpress/client";
import { entriesOf } from "../connection/entries-of.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { toast } from "../ui/toasts.tsx";
import { DeedProblem } from "../workflow/deed-problem.tsx";
import { useDeed } from "../workflow/use-deed.ts";
import { dayAndTime } from "./time-words.ts";

interface ScheduleNoticeProps {
  saved: Entry;
  editor: EntryEditor;
  onSchedule: () => void;
}

/** What is scheduled, and what of it somebody must look after: it failed, or newer changes are not in it. */
export function ScheduleNotice({ saved, editor, onSchedule }: ScheduleNoticeProps) {
  const deed = useDeed(editor);
  const { schedule } = saved;
  if (!schedule) return null;
  const may = saved.actions.includes("schedule");
  const { at, failure } = schedule;
  const when = dayAndTime(at, new Date());
  if (failure)
    return (
      <Notice tone="danger" actions={may && <Button onClick={onSchedule}>Schedule again…</Button>}>
        <p className="font-semibold">It was not published {when}.</p>
        <p>{failure.message} Mend it, and schedule it again.</p>
      </Notice>
    );
  const isBehind = saved.version > schedule.version || editor.isDirty;
  if (!isBehind) return null;

  async function takeAlong() {
    const entry = await deed.run(({ id, version: expectedVersion }) =>
      entriesOf(saved.type).schedule({ id, expectedVersion, at }),
    );
    if (entry) toast(`Version ${entry.version} will be published ${dayAndTime(at, new Date())}.`);
  }

  return (
    <>
      <Notice
        tone="note"
        actions={
          may && (
            <Button onClick={() => void takeAlong()} disabled={deed.isRunning}>
              Schedule them, too
            </Button>
          )
        }
      >
        Version {schedule.version} will be published {when}. Newer changes are not in it.
      </Notice>
      <DeedProblem problem={deed.problem} />
    </>
  );
}
