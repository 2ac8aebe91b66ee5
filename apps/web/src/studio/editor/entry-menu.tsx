import type { Entry, TypeDescription } from "@letterpress/client";
import { useState } from "react";
import { may } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import type { EntryEditor } from "./use-entry-editor.ts";

interface EntryMenuProps {
  type: TypeDescription;
  saved: Entry;
  editor: EntryEditor;
}

/** What is done seldom: leaving the site, taking an entry from readers, deleting it. */
export function EntryMenu({ type, saved, editor }: EntryMenuProps) {
  const { role } = useMe();
  const [asking, setAsking] = useState<"unpublish" | "delete" | null>(null);
  const { isPublished } = saved;
  const { path } = saved;
  const canUnpublish = isPublished && may(role, "publish");
  const canDelete = may(role, "deleteEntries");
  const canView = isPublished && path !== null;
  const title = `“${saved.title || "Untitled"}”`;
  if (!canUnpublish && !canDelete && !canView) return null;
  return (
    <>
      <Menu label="More actions">
        {canView && (
          <MenuItem icon="outside" onSelect={() => window.open(path, "_blank", "noopener")}>
            View on site
          </MenuItem>
        )}
        {canUnpublish && (
          <MenuItem icon="down" onSelect={() => setAsking("unpublish")}>
            Unpublish
          </MenuItem>
        )}
        {canDelete && (
          <MenuItem icon="trash" isDanger onSelect={() => setAsking("delete")}>
            Delete
          </MenuItem>
        )}
      </Menu>
      {asking === "unpublish" && (
        <ConfirmDialog
          title={`Unpublish ${title}?`}
          confirm="Unpublish"
          onConfirm={() => void editor.unpublish()}
          onCancel={() => setAsking(null)}
        >
          Readers no longer see it, and its address answers “not found”. The draft stays, and you can publish
          it again.
        </ConfirmDialog>
      )}
      {asking === "delete" && (
        <ConfirmDialog
          title={`Delete ${title}?`}
          confirm={`Delete ${type.label.toLowerCase()}`}
          isDangerous
          onConfirm={() => void editor.remove()}
          onCancel={() => setAsking(null)}
        >
          It goes away with all its revisions{isPublished ? ", for readers too" : ""}. This cannot be undone.
        </ConfirmDialog>
      )}
    </>
  );
}
