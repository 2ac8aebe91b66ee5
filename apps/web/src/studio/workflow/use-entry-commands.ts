import type { TypeDescription } from "@letterpress/client";
import { useEffect } from "react";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { offerCommands } from "../palette/offered-commands.ts";
import type { Command } from "../palette/use-commands.ts";
import { panelTabs, showPanel } from "../panel/panel-state.ts";
import { panelWords } from "../panel/panel-words.ts";
import { openPreview } from "../preview/open-preview.ts";
import { actionWords, menuOrder, type WorkflowAction } from "./action-words.ts";

/** What moves the entry on, in the order of the palette; what takes it back is shown when it is searched for. */
const first = ["publish", "submit", "approve", "sendBack", "schedule"] as const;

/** Offers in the palette what can be done with the open entry. */
export function useEntryCommands(
  type: TypeDescription,
  editor: EntryEditor,
  start: (action: Exclude<WorkflowAction, "save">) => void,
): void {
  const { saved } = editor.state;
  // What a command calls is that of the last time the editor was shown.
  useEffect(() => {
    if (!saved) return;
    const group = `This ${type.label.toLowerCase()}`;
    const isFirst = (action: WorkflowAction) => first.some((one) => one === action);
    const command = (action: Exclude<WorkflowAction, "save">): Command => ({
      key: action,
      group,
      name: actionWords[action].label,
      icon: actionWords[action].icon,
      ...(isFirst(action) ? {} : { isMinor: true }),
      run: () => start(action),
    });
    const may = (action: WorkflowAction) => saved.actions.includes(action);
    const run = () => void openPreview(editor);
    const preview: Command = { key: "preview", group, name: "Preview", icon: "page", run };
    const tabs = panelTabs.map(
      (tab): Command => ({
        key: `panel-${tab}`,
        group,
        name: panelWords[tab].label,
        icon: panelWords[tab].icon,
        run: () => showPanel(tab),
      }),
    );
    return offerCommands([
      ...first.filter(may).map(command),
      ...(saved.path === null ? [] : [preview]),
      ...tabs,
      ...menuOrder.filter((action) => may(action) && !isFirst(action)).map(command),
    ]);
  });
}
