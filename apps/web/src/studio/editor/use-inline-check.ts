import type { TypeDescription } from "@letterpress/client";
import { type Dispatch, useEffect, useEffectEvent } from "react";
import { attempt } from "../connection/call.ts";
import { entriesOf, type FieldValues } from "../connection/entries-of.ts";
import { tidyChanges, toSend } from "./changes.ts";
import { type EditorAction, type EditorState, valuesOf } from "./editor-state.ts";
import { issuesByPath } from "./field-issues.ts";
import { issuesOfFilled } from "./issues-of-filled.ts";

/** Milliseconds after the last change. */
const pause = 300;

/**
 * Has changes checked by the server's own schemas a moment after they stop. Only an answer to the newest changes
 * counts; when there is none, saving tells the same.
 */
export function useInlineCheck(
  type: TypeDescription,
  state: EditorState,
  dispatch: Dispatch<EditorAction>,
): void {
  const { changes } = state;
  const show = useEffectEvent((found: readonly { path: string; message: string }[]) =>
    dispatch({ kind: "checked", issues: issuesOfFilled(issuesByPath(found), valuesOf(state)) }),
  );
  const check = useEffectEvent(async (fields: FieldValues, isNewest: () => boolean) => {
    // Rows keep their places, so that the issues' paths are those of the page.
    const sent = toSend(tidyChanges(type.fields, fields, "kept"));
    const result = await attempt(entriesOf(type.name).check({ fields: sent }));
    if (isNewest() && result.ok) show(result.data.issues);
  });

  useEffect(() => {
    if (Object.keys(changes).length === 0) return;
    let isNewest = true;
    const timer = setTimeout(() => void check(changes, () => isNewest), pause);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [changes]);
}
