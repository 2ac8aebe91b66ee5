import type { TypeDescription } from "@letterpress/client";
import { Link } from "@tanstack/react-router";
import { may } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { PanelButtons } from "../panel/panel-buttons.tsx";
import { ScheduleNotice } from "../publishing/schedule-notice.tsx";
import { saveKeys } from "../shell/platform-keys.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { StatusChip } from "../ui/status-chip.tsx";
import { ActionProblem } from "../workflow/action-problem.tsx";
import { primaryAction } from "../workflow/primary-action.ts";
import { PrimaryButton } from "../workflow/primary-button.tsx";
import { useEntryCommands } from "../workflow/use-entry-commands.ts";
import { usePublishKeys } from "../workflow/use-publish-keys.ts";
import { useWorkflow } from "../workflow/use-workflow.ts";
import { WorkflowDialogs } from "../workflow/workflow-dialogs.tsx";
import { EntryMenu } from "./entry-menu.tsx";
import { PresenceLine } from "./presence-line.tsx";
import { saveStatus } from "./save-status.ts";
import { SpokenLine } from "./spoken-line.tsx";
import type { EntryEditor } from "./use-entry-editor.ts";
import { useOnline } from "./use-online.ts";

const tones = { calm: "text-muted", waiting: "text-accent", warning: "text-danger" } as const;

/** Where the entry stands, and what can be done with it. Stays in sight. */
export function EditorHeader({ type, editor }: { type: TypeDescription; editor: EntryEditor }) {
  const { role } = useMe();
  const workflow = useWorkflow(type, editor);
  const { state, isDirty } = editor;
  const { saved } = state;
  const { isRunning, problem, dismiss, start } = workflow;
  const isBusy = state.activity !== "idle" || isRunning;
  const status = saveStatus(state, { isOnline: useOnline(), now: new Date() });
  const mayPublish = saved ? saved.actions.includes("publish") : may(role, "publish");
  useEntryCommands(type, editor, start);
  usePublishKeys(() => {
    if (!isBusy && mayPublish && (isDirty || saved?.status !== "published")) start("publish");
  });
  return (
    <>
      <header className="sticky top-0 z-20 border-b border-line bg-canvas/95 px-3 py-2 backdrop-blur lg:px-6">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            to="/entries/$type"
            params={{ type: type.name }}
            className="inline-flex min-h-9 items-center gap-1 rounded-md pr-2 font-medium text-muted hover:text-ink"
          >
            <Icon name="back" />
            {type.pluralLabel}
          </Link>
          {saved && <StatusChip status={saved.status} />}
          <p
            role="status"
            // Autosaves change it all the time: the line beside it is the one that speaks.
            aria-live="off"
            className={`order-last w-full text-sm font-medium sm:order-none sm:w-auto ${tones[status.tone]}`}
          >
            {status.text}
          </p>
          <SpokenLine state={state} status={status} />
          <div className="ml-auto flex items-center gap-2">
            {saved && <PanelButtons entryId={saved.id} />}
            <Button onClick={() => void editor.save()} disabled={isBusy || !isDirty} title={saveKeys}>
              Save
            </Button>
            <PrimaryButton {...{ saved, isDirty, isBusy, mayPublish }} onStart={start} />
            {saved && (
              <EntryMenu
                saved={saved}
                editor={editor}
                primary={primaryAction(saved, mayPublish)}
                onStart={start}
                onNote={() => workflow.ask("note")}
              />
            )}
          </div>
        </div>
        {saved && <PresenceLine entryId={saved.id} />}
      </header>
      <div className="mx-auto flex max-w-[76rem] flex-col gap-3 px-4 pt-4 empty:hidden lg:px-8">
        <ActionProblem problem={problem} actions={<Button onClick={dismiss}>Dismiss</Button>} />
        {saved && <ScheduleNotice saved={saved} editor={editor} onSchedule={() => start("schedule")} />}
      </div>
      <WorkflowDialogs type={type} editor={editor} workflow={workflow} />
    </>
  );
}
