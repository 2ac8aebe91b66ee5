import type { TypeDescription } from "@letterpress/client";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { entriesOf } from "../connection/entries-of.ts";
import { forgetEntry } from "../editor/remember-entry.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { toast } from "../ui/toasts.tsx";
import type { WorkflowAction } from "./action-words.ts";
import { useDeed } from "./use-deed.ts";
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

const done: Record<AtOnce, string> = {
  withdraw: "It is a draft again.",
  approve: "It is approved.",
  unschedule: "It will not be published by itself any more.",
  unpublish: "Readers no longer see it. The draft is kept.",
  archive: "It is put away: lists show it only among the archived.",
  reopen: "It is a draft again.",
};

/** Everything that can be done with the open entry beside writing it. */
export function useWorkflow(type: TypeDescription, editor: EntryEditor) {
  const navigate = useNavigate();
  const deed = useDeed(editor);
  const restore = useRestoreFromBin();
  const [question, ask] = useState<Question | null>(null);
  const entries = entriesOf(type.name);

  async function doNow(action: AtOnce) {
    ask(null);
    const entry = await deed.run(({ id, version: expectedVersion }) =>
      action === "unschedule" || action === "unpublish"
        ? entries[action]({ id })
        : entries[action]({ id, expectedVersion }),
    );
    if (!entry) return;
    toast(
      done[action],
      action === "archive" ? { label: "Undo", run: () => void doNow("reopen") } : undefined,
    );
  }

  async function moveToBin() {
    ask(null);
    const binned = await deed.start(async (saved) => {
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
    deed.dismiss();
    if (await editor.save()) ask("publish");
  }

  function start(action: Exclude<WorkflowAction, "save">): void {
    deed.dismiss();
    if (action === "publish") void askToPublish();
    else if (isAtOnce(action) && action !== "unpublish") void doNow(action);
    else ask(action as Question);
  }

  return { deed, question, ask, start, doNow, moveToBin };
}

export type Workflow = ReturnType<typeof useWorkflow>;

function isAtOnce(action: WorkflowAction): action is AtOnce {
  return Object.hasOwn(done, action);
}
