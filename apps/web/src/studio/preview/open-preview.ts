import { attempt } from "../connection/call.ts";
import { entriesOf } from "../connection/entries-of.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { toast } from "../ui/toasts.tsx";

/** Saves, and shows the draft on the reader site, in a tab of its own. Where it cannot be saved, the editor says why. */
export async function openPreview(editor: EntryEditor): Promise<void> {
  // Opened at once: browsers refuse a tab that comes after waiting.
  const tab = window.open("", "_blank");
  const result = await editor.saveAnd(({ type, id }) =>
    attempt(entriesOf(type).previewLink({ id, expiresInHours: 1 })),
  );
  const url = result?.ok ? result.data.url : null;
  if (url !== null && tab) {
    tab.opener = null;
    tab.location.replace(url);
    return;
  }
  tab?.close();
  if (result)
    toast(result.ok ? "The preview was not opened: let this site open tabs." : result.error.message);
}
