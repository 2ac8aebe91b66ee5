import type { CallError, Entry } from "@letterpress/client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { may } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { attempt } from "../connection/call.ts";
import { usersQuery } from "../connection/desk-queries.ts";
import { entriesOf } from "../connection/entries-of.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { ActionProblem } from "../workflow/action-problem.tsx";

/** Who is to work on it next. */
export function Assignee({ saved, editor }: { saved: Entry; editor: EntryEditor }) {
  const me = useMe();
  const { data: users } = useQuery(usersQuery);
  const [problem, setProblem] = useState<CallError | null>(null);
  const { assigneeId } = saved;
  const name = users?.find(({ id }) => id === assigneeId)?.name;

  async function assign(userId: string | null) {
    // It changes nothing of the text, so what is typed need not be saved for it.
    const result = await attempt(entriesOf(saved.type).assign({ id: saved.id, userId }));
    setProblem(result.ok ? null : result.error);
    if (result.ok) editor.adopt(result.data);
  }

  if (!may(me.role, "assign")) return <p>{assigneeId === null ? "Nobody" : (name ?? "…")}</p>;
  return (
    <>
      <select
        aria-label="Assigned to"
        value={assigneeId ?? ""}
        disabled={!users}
        onChange={(event) => void assign(event.target.value || null)}
        className="field-box"
      >
        <option value="">Nobody</option>
        {assigneeId !== null && name === undefined && <option value={assigneeId}>…</option>}
        {users?.map(({ id, name: one }) => (
          <option key={id} value={id}>
            {id === me.id ? `${one} (you)` : one}
          </option>
        ))}
      </select>
      <ActionProblem problem={problem} />
    </>
  );
}
