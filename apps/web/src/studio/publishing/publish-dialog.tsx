import type { Entry, PublishPlan, TypeDescription } from "@letterpress/client";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useCallback, useRef, useState } from "react";
import { entriesOf } from "../connection/entries-of.ts";
import { entriesKey } from "../connection/queries.ts";
import { queryClient } from "../connection/query-client.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { openPreview } from "../preview/open-preview.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { toast } from "../ui/toasts.tsx";
import { ActionProblem } from "../workflow/action-problem.tsx";
import { useAction } from "../workflow/use-action.ts";
import { FirstLook } from "./first-look.tsx";
import { goToField } from "./go-to-field.ts";
import { PlanConsequences } from "./plan-consequences.tsx";
import { PlanIssues } from "./plan-issues.tsx";
import { PlanReferences } from "./plan-references.tsx";
import { publishPlanQuery } from "./publish-plan-query.ts";

interface PublishDialogProps {
  type: TypeDescription;
  saved: Entry;
  editor: EntryEditor;
  onSchedule: (() => void) | null;
  onClose: () => void;
}

/** Says what publishing changes, and does it. Enter publishes as soon as the plan is there. */
export function PublishDialog({ type, saved, editor, onSchedule, onClose }: PublishDialogProps) {
  const { data: plan, error } = useQuery(publishPlanQuery(saved));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const issue = useRef<string | null>(null);
  const action = useAction(editor);
  const isReady = plan !== undefined && plan.issues.length === 0;
  // As soon as both are there: a plan that was looked at before is, and the dialog comes a moment later. Who has gone to
  // another control meanwhile is about to press that one.
  const button = useCallback(
    (element: HTMLButtonElement | null) => {
      const isElsewhere = element?.closest("[role=dialog]")?.querySelector(":focus");
      if (isReady && !isElsewhere) element?.focus();
    },
    [isReady],
  );

  const together = (plan?.references ?? []).filter(({ id }) => !left.has(id));
  const title = `“${saved.title || "Untitled"}”`;

  async function publish(event: FormEvent) {
    event.preventDefault();
    if (!isReady) return;
    // What was typed since is not in the plan: it is made anew, for the version that this makes.
    if (editor.isDirty) return void (await editor.save());
    const entry = await action.run(({ id }) =>
      entriesOf(type.name).publish({
        id,
        // Of the plan, not of what may have been saved since it was looked at.
        expectedVersion: saved.version,
        ...(together.length === 0
          ? {}
          : { with: together.map(({ type, id, version }) => ({ type, id, expectedVersion: version })) }),
      }),
    );
    if (!entry) return;
    for (const one of new Set(together.map((reference) => reference.type)))
      void queryClient.invalidateQueries({ queryKey: entriesKey(one) });
    toast(publishedWords(entry, together.length), siteAction(entry));
    onClose();
  }

  function goTo(path: string) {
    issue.current = path;
    onClose();
  }

  return (
    <Modal
      title={saved.isPublished ? `Publish the changes of ${title}?` : `Publish ${title}?`}
      onClose={onClose}
      onGone={() => issue.current !== null && goToField(issue.current)}
    >
      <form onSubmit={(event) => void publish(event)} className="flex flex-col gap-4">
        {plan ? (
          <Plan
            type={type}
            plan={plan}
            onGoTo={goTo}
            onPreview={() => void openPreview(editor)}
            references={
              <PlanReferences
                verb="Publish"
                type={type}
                references={plan.references}
                chosen={new Set(together.map(({ id }) => id))}
                onChoose={(id, isChosen) =>
                  setLeft(new Set(isChosen ? [...left].filter((one) => one !== id) : [...left, id]))
                }
              />
            }
          />
        ) : error ? (
          <ActionProblem problem={error.problem} />
        ) : (
          <p role="status" className="py-4 text-muted">
            Looking at what changes…
          </p>
        )}
        <ActionProblem problem={action.problem} />
        <div className="flex flex-wrap justify-end gap-2">
          {onSchedule && (
            <Button look="quiet" className="mr-auto -ml-3" onClick={onSchedule}>
              Schedule instead…
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button ref={button} look="primary" type="submit" disabled={!isReady || action.isRunning}>
            {together.length > 0 ? `Publish ${together.length + 1} entries` : "Publish"}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface PlanProps {
  type: TypeDescription;
  plan: PublishPlan;
  references: ReactNode;
  onGoTo: (path: string) => void;
  onPreview: () => void;
}

function Plan({ type, plan, references, onGoTo, onPreview }: PlanProps) {
  const hasPage = plan.page.path !== null;
  return (
    <>
      {plan.issues.length > 0 && <PlanIssues type={type} issues={plan.issues} onGoTo={onGoTo} />}
      {plan.fields && (
        <section aria-label="What readers see first">
          <FirstLook type={type} plan={plan} fields={plan.fields} />
          {hasPage && (
            <button
              type="button"
              onClick={onPreview}
              className="mt-1.5 inline-flex min-h-6 items-center font-medium text-accent underline"
            >
              View preview
            </button>
          )}
        </section>
      )}
      {plan.references.length > 0 && references}
      <PlanConsequences plan={plan} />
    </>
  );
}

function publishedWords({ title }: Entry, together: number): string {
  const name = `“${title || "Untitled"}”`;
  return together === 0
    ? `${name} is published.`
    : `${name} is published, with ${together === 1 ? "one other entry" : `${together} others`}.`;
}

function siteAction({ path }: Entry) {
  return path === null
    ? undefined
    : { label: "View on site", run: () => void window.open(path, "_blank", "noopener") };
}
