import type { TypeDescription } from "@letterpress/client";
import { Dialog } from "radix-ui";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { useMedia } from "../ui/use-media.ts";
import { PanelBody } from "./panel-body.tsx";
import { showPanel, usePanel, wideScreen } from "./panel-state.ts";

/** What stands beside the form, or on a small screen over it: details, revisions and comments of the entry. */
export function EntryPanel({ editor, type }: { editor: EntryEditor; type: TypeDescription }) {
  const tab = usePanel();
  const isWide = useMedia(wideScreen);
  const { saved } = editor.state;
  if (!tab || !saved) return null;
  const close = () => {
    document.getElementById(`open-${tab}`)?.focus();
    showPanel(null);
  };
  const body = <PanelBody {...{ type, saved, editor, tab }} onClose={close} />;
  if (isWide)
    return (
      <aside
        aria-label="About this entry"
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.defaultPrevented) return;
          close();
        }}
        data-beside
        className="fixed inset-y-0 right-0 z-10 w-[23rem] border-l border-line bg-surface"
      >
        {body}
      </aside>
    );
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            // The menu that opened it has gone.
            event.preventDefault();
            document.getElementById("main")?.focus({ preventScroll: true });
          }}
          className="slide-in-right fixed inset-y-0 right-0 z-30 w-full max-w-md bg-surface shadow-2xl outline-none"
        >
          <Dialog.Title className="sr-only">About this entry</Dialog.Title>
          {body}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
