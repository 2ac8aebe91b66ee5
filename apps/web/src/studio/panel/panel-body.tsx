import type { Entry, TypeDescription } from "@letterpress/client";
import { useQuery } from "@tanstack/react-query";
import { Tabs } from "radix-ui";
import { commentsQuery } from "../comments/comments-query.ts";
import { CommentsTab } from "../comments/comments-tab.tsx";
import { openCount } from "../comments/threads-of.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { RevisionsTab } from "../revisions/revisions-tab.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { DetailsTab } from "./details-tab.tsx";
import { type PanelTab, panelTabs, showPanel } from "./panel-state.ts";
import { panelWords } from "./panel-words.ts";

interface PanelBodyProps {
  type: TypeDescription;
  saved: Entry;
  editor: EntryEditor;
  tab: PanelTab;
  onClose: () => void;
}

/** The tabs of the panel. */
export function PanelBody({ type, saved, editor, tab, onClose }: PanelBodyProps) {
  const { data } = useQuery(commentsQuery(saved.id));
  const waiting = openCount(data ?? []);
  return (
    <Tabs.Root
      value={tab}
      onValueChange={(next) => showPanel(next as PanelTab)}
      className="flex h-full flex-col"
    >
      <div className="flex min-h-[3.34rem] items-end border-b border-line pr-2 pl-3">
        <Tabs.List aria-label="About this entry" className="flex flex-1">
          {panelTabs.map((one) => (
            <Tabs.Trigger
              key={one}
              value={one}
              className="min-h-11 border-b-2 border-transparent px-2.5 font-medium text-muted hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
            >
              {panelWords[one].label}
              {one === "comments" && waiting > 0 && (
                <span className="ml-1.5 rounded-full bg-accent-tint px-1.5 text-xs font-semibold text-accent">
                  {waiting}
                  <span className="sr-only"> unresolved</span>
                </span>
              )}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <IconButton icon="close" label="Close" className="mb-1.5" onClick={onClose} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        <Tabs.Content value="details" className="outline-offset-8">
          <DetailsTab saved={saved} editor={editor} />
        </Tabs.Content>
        <Tabs.Content value="revisions" className="outline-offset-8">
          <RevisionsTab {...{ type, saved, editor }} />
        </Tabs.Content>
        <Tabs.Content value="comments" className="outline-offset-8">
          <CommentsTab type={type} entryId={saved.id} />
        </Tabs.Content>
      </div>
    </Tabs.Root>
  );
}
