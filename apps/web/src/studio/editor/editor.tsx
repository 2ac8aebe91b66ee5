import type { Entry, TypeDescription } from "@letterpress/client";
import { useNavigate, useRouter } from "@tanstack/react-router";
import { use, useEffect, useEffectEvent, useState } from "react";
import { useMe } from "../auth/use-me.ts";
import { watchEntry } from "../connection/live.ts";
import { EntryForm } from "../fields/entry-form.tsx";
import { fieldId } from "../fields/field-id.ts";
import { asText } from "../fields/widget.ts";
import { EntryPanel } from "../panel/entry-panel.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { EditorContext } from "./editor-context.ts";
import { EditorHeader } from "./editor-header.tsx";
import { EditorNotices } from "./editor-notices.tsx";
import type { FoundText } from "./find-kept-text.ts";
import { goToFirstIssue } from "./go-to-first-issue.ts";
import { forgetText, keepText, keptTextKey, keptTextStem } from "./kept-text.ts";
import { LeaveDialog } from "./leave-dialog.tsx";
import { resume } from "./resume.ts";
import { useEntryEditor } from "./use-entry-editor.ts";
import { useKeptText } from "./use-kept-text.ts";

interface EditorProps {
  type: TypeDescription;
  /** As the server has it now; `null` for a new entry. */
  opened: Entry | null;
  /** Names this editor in the browser's history. */
  visit: string;
  found: Promise<FoundText>;
}

const nothingUnread = {};

export function Editor({ type, opened, visit, found }: EditorProps) {
  const me = useMe();
  const navigate = useNavigate();
  const { history } = useRouter();
  const { tab, kept: stored } = use(found);
  const [{ start, kept }] = useState(() => resume(type.fields, opened, stored));
  const keyOf = (id: string) => keptTextKey(keptTextStem(me.id, type.name, id), tab);
  const editor = useEntryEditor({
    type,
    start,
    onSaved: ({ id }, isNew) => {
      if (!editor.isOpen()) {
        // Whoever has gone elsewhere meanwhile stays there; what they typed last is kept where it belongs.
        if (isNew) forgetText(keyOf("new"));
        keepText(keyOf(id), editor.store.get(), new Date());
        return;
      }
      // Whoever is on their way already, too.
      if (!isNew || !history.location.pathname.endsWith("/new")) return;
      void navigate({
        to: "/entries/$type/$id",
        params: { type: type.name, id },
        state: { editor: visit },
        replace: true,
        ignoreBlocker: true,
      });
    },
  });
  const { state, values } = editor;
  const id = state.saved?.id;
  const keep = useKeptText(keyOf(id ?? "new"), editor.store);

  const refresh = useEffectEvent((entry: Entry) => void editor.refresh(entry));
  useEffect(() => {
    if (opened) refresh(opened);
  }, [opened]);

  useEffect(() => {
    if (id === undefined) return;
    watchEntry({ type: type.name, id });
    return () => watchEntry(null);
  }, [type, id]);

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
      <div className="flex">
        <div className="mx-auto min-w-0 max-w-[76rem] flex-1 px-4 pt-4 pb-24 lg:px-8">
          <div className="mb-4 flex flex-col gap-3 empty:hidden">
            <EditorNotices type={type} editor={editor} kept={kept} />
          </div>
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
        <EntryPanel editor={editor} type={type} />
      </div>
      {state.theirs && state.isComparing && (
        <ConflictDialog type={type} theirs={state.theirs} editor={editor} />
      )}
      <LeaveDialog editor={editor} keep={keep} title={title} />
    </EditorContext>
  );
}
