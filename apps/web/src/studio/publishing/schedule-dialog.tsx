import type { Entry, HiddenReference } from "@letterpress/client";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { entriesOf } from "../connection/entries-of.ts";
import { entriesKey, typesQuery } from "../connection/queries.ts";
import { queryClient } from "../connection/query-client.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { toast } from "../ui/toasts.tsx";
import { ActionProblem } from "../workflow/action-problem.tsx";
import { useAction } from "../workflow/use-action.ts";
import { goToField } from "./go-to-field.ts";
import { PlanIssues } from "./plan-issues.tsx";
import { PlanReferences } from "./plan-references.tsx";
import { publishPlanQuery } from "./publish-plan-query.ts";
import { ScheduleModal } from "./schedule-modal.tsx";
import { dayAndTime } from "./time-words.ts";
import { unseenAt } from "./unseen-at.ts";

interface ScheduleDialogProps {
  saved: Entry;
  editor: EntryEditor;
  onClose: () => void;
}

/** Asks when the draft, as it is now, is to be published, and which of what it refers to with it. */
export function ScheduleDialog({ saved, editor, onClose }: ScheduleDialogProps) {
  const { data: types } = useSuspenseQuery(typesQuery);
  const type = types.find(({ name }) => name === saved.type);
  const { data: plan, error } = useQuery(publishPlanQuery(saved));
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const issue = useRef<string | null>(null);
  const action = useAction(editor);
  const isReady = plan !== undefined && plan.issues.length === 0;
  // What has a time of its own keeps it, unless somebody says otherwise.
  const isChosen = ({ id, scheduledFor }: HiddenReference) => (scheduledFor === null) !== turned.has(id);
  const hiddenAt = (at: Date | null) => unseenAt(plan?.references ?? [], at);

  async function schedule(at: Date) {
    // What was typed since is not in the plan: it is made anew, for the version that this makes.
    if (editor.isDirty) return void (await editor.save());
    const together = hiddenAt(at).filter(isChosen);
    const entry = await action.run(({ id }) =>
      entriesOf(saved.type).schedule({
        id,
        expectedVersion: saved.version,
        at,
        ...(together.length === 0
          ? {}
          : { with: together.map(({ type, id, version }) => ({ type, id, expectedVersion: version })) }),
      }),
    );
    if (!entry) return;
    for (const one of new Set(together.map((reference) => reference.type)))
      void queryClient.invalidateQueries({ queryKey: entriesKey(one) });
    toast(scheduledWords(entry, together.length, at));
    onClose();
  }

  return (
    <ScheduleModal
      name={saved.title || "Untitled"}
      description="It is published by itself at this time, as it is now."
      before={saved.schedule?.at ?? null}
      says={(at, now) => says(saved, editor.isDirty, at, now)}
      canSchedule={isReady && !action.isRunning}
      onSchedule={(at) => void schedule(at)}
      onClose={onClose}
      onGone={() => issue.current !== null && goToField(issue.current)}
    >
      {(at) => (
        <>
          {type && plan && plan.issues.length > 0 && (
            <PlanIssues
              type={type}
              issues={plan.issues}
              onGoTo={(path) => {
                issue.current = path;
                onClose();
              }}
            />
          )}
          {type && hiddenAt(at).length > 0 && (
            <PlanReferences
              verb="Schedule"
              type={type}
              references={hiddenAt(at)}
              chosen={
                new Set(
                  hiddenAt(at)
                    .filter(isChosen)
                    .map(({ id }) => id),
                )
              }
              onChoose={(id) => {
                const next = new Set(turned);
                if (!next.delete(id)) next.add(id);
                setTurned(next);
              }}
            />
          )}
          <ActionProblem problem={action.problem ?? error?.problem ?? null} />
        </>
      )}
    </ScheduleModal>
  );
}

function says(saved: Entry, isDirty: boolean, at: Date, now: Date): string {
  const what = isDirty ? "This text" : `Version ${saved.version}`;
  const until = saved.isPublished ? " Until then readers see the version that is published." : "";
  return `${what} is published ${dayAndTime(at, now)}.${until} Later changes wait until you schedule them, too.`;
}

function scheduledWords({ title }: Entry, together: number, at: Date): string {
  const others = together === 1 ? " with one other entry" : together > 1 ? ` with ${together} others` : "";
  return `“${title || "Untitled"}” will be published${others} ${dayAndTime(at, new Date())}.`;
}
