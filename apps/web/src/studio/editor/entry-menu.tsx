import type { Entry } from "@letterpress/client";
import { DropdownMenu } from "radix-ui";
import { panelTabs, showPanel } from "../panel/panel-state.ts";
import { panelWords } from "../panel/panel-words.ts";
import { openPreview } from "../preview/open-preview.ts";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { useMedia } from "../ui/use-media.ts";
import { actionWords, menuOrder, type WorkflowAction } from "../workflow/action-words.ts";
import type { EntryEditor } from "./use-entry-editor.ts";

interface EntryMenuProps {
  saved: Entry;
  editor: EntryEditor;
  /** What stands beside the menu as a button of its own. */
  primary: WorkflowAction | null;
  onStart: (action: Exclude<WorkflowAction, "save">) => void;
  /** Saves with a word about why. */
  onNote: () => void;
}

/** What else can be done with the entry now. */
export function EntryMenu({ saved, editor, primary, onStart, onNote }: EntryMenuProps) {
  const { path, isPublished, actions } = saved;
  const isSmall = !useMedia("(min-width: 40rem)");
  const offered = menuOrder.filter((action) => actions.includes(action) && action !== primary);

  return (
    <Menu label="More actions">
      {isSmall &&
        panelTabs.map((tab) => (
          <MenuItem key={tab} icon={panelWords[tab].icon} onSelect={() => showPanel(tab)}>
            {panelWords[tab].label}
          </MenuItem>
        ))}
      {editor.isDirty && (
        <MenuItem icon="comment" onSelect={onNote}>
          Save with a note…
        </MenuItem>
      )}
      {path !== null && (
        <MenuItem icon="page" onSelect={() => void openPreview(editor)}>
          Preview
        </MenuItem>
      )}
      {path !== null && isPublished && (
        <MenuItem icon="outside" onSelect={() => window.open(path, "_blank", "noopener")}>
          View on site
        </MenuItem>
      )}
      {offered.length > 0 && (path !== null || isSmall || editor.isDirty) && (
        <DropdownMenu.Separator className="my-1 h-px bg-line" />
      )}
      {offered.map((action) => (
        <MenuItem
          key={action}
          icon={actionWords[action].icon}
          isDanger={action === "delete"}
          onSelect={() => onStart(action)}
        >
          {actionWords[action].label}
        </MenuItem>
      ))}
    </Menu>
  );
}
