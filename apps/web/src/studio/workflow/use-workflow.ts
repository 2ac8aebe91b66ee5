import type { TypeDescription } from "@letterpress/client";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { entriesOf } from "../connection/entries-of.ts";
import { forgetEntry } from "../editor/remember-entry.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { toast } from "../ui/toasts.tsx";
import type { WorkflowAction } from "./action-words.ts";
import { useAction } from "./use-action.ts";
import { useRestoreFromBin } from "./use-restore-from-bin.ts";

/** What is asked before anything is done. */
export type Question =
  | "submit"
  | "sendBack"
  | "publish"
  | "schedule"
  | "unpublish"
  | "delete"
  | "note"
  | "nothingYet";

type AtOnce = "withdraw" | "approve" | "unschedule" | "unpublish" | "archive" | "reopen";

/** What is told afterwards, behind the title. */
const done: Record<AtOnce, string> = {
  withdraw: "is a draft again.",
  approve: "is approved.",
  unschedule: "will not be published by itself any more.",
  unpublish: "is not seen by readers any more. The draft is kept.",
  archive: "is archived: lists show it only among the archived.",
  reopen: "is a draft again.",
};

/** Everything that can be done with the open entry beside writing it. */
export function useWorkflow(type: TypeDescription, editor: EntryEditor) {
  const navigate = useNavigate();
  const { run, start: begin, isRunning, problem, dismiss } = useAction(editor);
  const restore = useRestoreFromBin();
  const [question, ask] = useState<Question | null>(null);
  const entries = entriesOf(type.name);

  async function doNow(action: AtOnce) {
    ask(null);
    const entry = await run(({ id, version: expectedVersion }) =>
      action === "unschedule" || action === "unpublish"
        ? entries[action]({ id })
        : entries[action]({ id, expectedVersion }),
    );
    if (!entry) return;
    const told = `“${entry.title || "Untitled"}” ${done[action]}`;
    if (action === "archive") editor.offer(told, { label: "Undo", run: () => void doNow("reopen") });
    else toast(told);
  }

  async function moveToBin() {
    ask(null);
    const binned = await begin(async (saved) => {
      await entries.delete({ id: saved.id, expectedVersion: saved.version });
      return saved;
    });
    if (!binned) return;
    forgetEntry(binned);
    toast(`“${binned.title || "Untitled"}” is in the bin.`, {
      label: "Undo",
      run: () => void restore(binned),
    });
    void navigate({ to: "/entries/$type", params: { type: type.name }, ignoreBlocker: true });
  }

  /** The plan is made for what is saved. */
  async function askToPublish() {
    if (editor.state.saved === null && !editor.isDirty) return ask("nothingYet");
    dismiss();
    if (await editor.save()) ask("publish");
  }

  function start(action: Exclude<WorkflowAction, "save">): void {
    dismiss();
    if (action === "publish") void askToPublish();
    else if (isAtOnce(action) && action !== "unpublish") void doNow(action);
    else ask(action as Question);
  }

  return { isRunning, problem, dismiss, question, ask, start, doNow, moveToBin };
}

export type Workflow = ReturnType<typeof useWorkflow>;

function isAtOnce(action: WorkflowAction): action is AtOnce {
  return Object.hasOwn(done, action);
}
