import type { TypeDescription } from "@letterpress/client";
import { Link } from "@tanstack/react-router";
import { may } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { saveKeys } from "../shell/platform-keys.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { StatusChip } from "../ui/status-chip.tsx";
import { EntryMenu } from "./entry-menu.tsx";
import { saveStatus } from "./save-status.ts";
import type { EntryEditor } from "./use-entry-editor.ts";
import { useOnline } from "./use-online.ts";

const tones = { calm: "text-muted", waiting: "text-accent", warning: "text-danger" } as const;

/** Where the entry stands, and what can be done with it. Stays in sight. */
export function EditorHeader({ type, editor }: { type: TypeDescription; editor: EntryEditor }) {
  const me = useMe();
  const { state, isDirty } = editor;
  const { saved } = state;
  const isBusy = state.activity !== "idle";
  const status = saveStatus(state, { isOnline: useOnline(), now: new Date() });
  const isUpToDate = saved?.status === "published" && !isDirty;
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-canvas/95 px-3 py-2 backdrop-blur lg:px-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          to="/entries/$type"
          params={{ type: type.name }}
          className="inline-flex min-h-9 items-center gap-1 rounded-md pr-2 font-medium text-muted hover:text-ink"
        >
          <Icon name="back" />
          {type.pluralLabel}
        </Link>
        {saved && <StatusChip status={saved.status} />}
        <p
          role="status"
          className={`order-last w-full text-sm font-medium sm:order-none sm:w-auto ${tones[status.tone]}`}
        >
          {status.text}
        </p>
        <div className="ml-auto flex items-center gap-2">
          {saved?.path && saved.isPublished && (
            <a
              href={saved.path}
              target="_blank"
              rel="noreferrer"
              className={`${buttonClass("quiet")} max-md:hidden`}
            >
              <Icon name="outside" />
              View on site
            </a>
          )}
          <Button onClick={() => void editor.save()} disabled={isBusy || !isDirty} title={saveKeys}>
            Save
          </Button>
          {may(me.role, "publish") && (
            <Button
              look="primary"
              onClick={() => void editor.publish()}
              disabled={isBusy || isUpToDate}
              title={isUpToDate ? "Readers see this version already" : "Saves, then shows it to readers"}
            >
              Publish
            </Button>
          )}
          {saved && <EntryMenu type={type} saved={saved} editor={editor} />}
        </div>
      </div>
    </header>
  );
}
