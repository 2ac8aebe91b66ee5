import type { Entry, TypeDescription } from "@letterpress/client";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useState } from "react";
import { useMe } from "../auth/use-me.ts";
import { EntryForm } from "../fields/entry-form.tsx";
import { fieldId } from "../fields/field-id.ts";
import { asText } from "../fields/widget.ts";
import { PageTitle } from "../ui/page-title.tsx";
import { EditorContext } from "./editor-context.ts";
import { EditorHeader } from "./editor-header.tsx";
import { EditorNotices } from "./editor-notices.tsx";
import { startState } from "./editor-state.ts";
import { goToFirstIssue } from "./go-to-first-issue.ts";
import { forgetText, keptTextKey, readKeptText, resume } from "./kept-text.ts";
import { LeaveDialog } from "./leave-dialog.tsx";
import { StaleDialog } from "./stale-dialog.tsx";
import { useEntryEditor } from "./use-entry-editor.ts";
import { useKeptText } from "./use-kept-text.ts";

interface EditorProps {
  type: TypeDescription;
  /** As the server has it now; `null` for a new entry. */
  opened: Entry | null;
  /** Names this editor in the browser's history. */
  visit: string;
}

const nothingUnread = {};

export function Editor({ type, opened, visit }: EditorProps) {
  const me = useMe();
  const navigate = useNavigate();
  const [{ start, kept }] = useState(() => {
    const kept = readKeptText(keptTextKey(me.id, type.name, opened?.id ?? "new"));
    const { saved, theirs } = resume(opened, kept);
    const changes = kept?.changes ?? {};
    return { kept, start: startState({ fields: type.fields, saved, changes, theirs }) };
  });
  const editor = useEntryEditor({
    type,
    start,
    onCreated: ({ id }) =>
      void navigate({
        to: "/entries/$type/$id",
        params: { type: type.name, id },
        state: { editor: visit },
        replace: true,
        ignoreBlocker: true,
      }),
    onDeleted: () =>
      void navigate({ to: "/entries/$type", params: { type: type.name }, ignoreBlocker: true }),
  });
  const { state, values } = editor;
  const key = keptTextKey(me.id, type.name, state.saved?.id ?? "new");
  useKeptText(key, state);

  const refresh = useEffectEvent((entry: Entry) => editor.refresh(entry));
  useEffect(() => {
    if (opened) refresh(opened);
  }, [opened]);

  const saveByKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    void editor.save();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => saveByKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);

  useEffect(() => {
    if (state.refusals > 0) goToFirstIssue();
  }, [state.refusals]);

  // A page without a word waits for its title.
  useEffect(() => {
    if (start.saved === null && !kept) document.getElementById(fieldId(type.titleField))?.focus();
  }, [start, kept, type]);

  const title = asText(values[type.titleField]) || `New ${type.label.toLowerCase()}`;
  return (
    <EditorContext value={{ type, saved: state.saved }}>
      <PageTitle title={title} />
      <h1 className="sr-only">{title}</h1>
      <EditorHeader type={type} editor={editor} />
      <div className="mx-auto max-w-[76rem] px-4 pt-4 pb-24 lg:px-8">
        <EditorNotices type={type} editor={editor} kept={kept} />
        <EntryForm
          key={state.generation}
          type={type}
          values={values}
          issues={{ ...state.checked, ...state.issues }}
          refusals={state.refusals}
          unread={(state.generation === 0 && kept?.unread) || nothingUnread}
          onChange={editor.change}
          onUnreadable={editor.onUnreadable}
        />
      </div>
      {state.theirs && state.isComparing && <StaleDialog type={type} theirs={state.theirs} editor={editor} />}
      <LeaveDialog editor={editor} onAbandon={() => forgetText(key)} />
    </EditorContext>
  );
}
