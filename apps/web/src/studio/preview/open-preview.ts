import type { Entry } from "@letterpress/client";
import { attempt } from "../connection/call.ts";
import { entriesOf } from "../connection/entries-of.ts";
import { toast } from "../ui/toasts.tsx";

/** Shows the draft on the reader site, in a tab of its own. */
export async function openPreview({ type, id }: Pick<Entry, "type" | "id">): Promise<void> {
  // Opened at once: browsers refuse a tab that comes after waiting.
  const tab = window.open("", "_blank");
  const result = await attempt(entriesOf(type).previewLink({ id, expiresInHours: 1 }));
  const url = result.ok ? result.data.url : null;
  if (url !== null && tab) {
    tab.opener = null;
    tab.location.replace(url);
    return;
  }
  tab?.close();
  toast(result.ok ? "The preview was not opened: let this site open tabs." : result.error.message);
}
