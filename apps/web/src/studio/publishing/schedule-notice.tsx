import type { Entry } from "@letterpress/client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { entriesOf } from "../connection/entries-of.ts";
import { typesQuery } from "../connection/queries.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { toast } from "../ui/toasts.tsx";
import { ActionProblem } from "../workflow/action-problem.tsx";
import { useAction } from "../workflow/use-action.ts";
import { failureWords } from "./failure-words.ts";
import { dayAndTime } from "./time-words.ts";
import { unseenAt } from "./unseen-at.ts";

interface ScheduleNoticeProps {
  saved: Entry;
  editor: EntryEditor;
  onSchedule: () => void;
}

/** What is scheduled, and what of it somebody must look after: it failed, or newer changes are not in it. */
export function ScheduleNotice({ saved, editor, onSchedule }: ScheduleNoticeProps) {
  const action = useAction(editor);
  const { data: types } = useSuspenseQuery(typesQuery);
  const { schedule } = saved;
  if (!schedule) return null;
  const may = saved.actions.includes("schedule");
  const { at, failure } = schedule;
  const when = dayAndTime(at, new Date());
  if (failure)
    return (
      <Notice tone="danger" actions={may && <Button onClick={onSchedule}>Reschedule…</Button>}>
        <p className="font-semibold">It was not published {when}.</p>
        <p>
          {failureWords(
            types.find(({ name }) => name === saved.type),
            failure,
          )}{" "}
          Mend it, then schedule it anew.
        </p>
      </Notice>
    );
  const isBehind = saved.version > schedule.version || editor.isDirty;
  if (!isBehind) return null;

  async function takeAlong() {
    const { publishPlan, schedule: reschedule } = entriesOf(saved.type);
    const result = await action.start(async ({ id, version }) => {
      const { references } = await publishPlan({ id, version });
      // The dialog offers to schedule them, too.
      if (unseenAt(references, at).length > 0) return "asks";
      return reschedule({ id, expectedVersion: version, at });
    });
    if (result === "asks") return onSchedule();
    if (!result) return;
    editor.adopt(result);
    toast(`Version ${result.version} will be published ${dayAndTime(at, new Date())}.`);
  }

  return (
    <>
      <Notice
        tone="note"
        actions={
          may && (
            <Button onClick={() => void takeAlong()} disabled={action.isRunning}>
              Schedule them, too
            </Button>
          )
        }
      >
        Version {schedule.version} will be published {when}. Newer changes are not in it.
      </Notice>
      <ActionProblem problem={action.problem} />
    </>
  );
}
