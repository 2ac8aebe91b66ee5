import type { EntrySummary, TypeDescription } from "@letterpress/client";
import type { BulkAction } from "../connection/entries-of.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { countOf } from "./count-of.ts";

/** Actions that readers notice, or that take entries out of the list. */
export const asksFirst: readonly BulkAction[] = ["publish", "unpublish", "delete"];

interface BulkQuestionProps {
  type: TypeDescription;
  action: BulkAction;
  entries: readonly EntrySummary[];
  onConfirm: () => void;
  onCancel: () => void;
}

/** Says what will happen before it does. */
export function BulkQuestion({ type, action, entries, onConfirm, onCancel }: BulkQuestionProps) {
  const count = countOf(type, entries.length);
  const published = entries.filter((entry) => entry.isPublished).length;
  const who = entries.length === 1 ? "it" : `${published} of them`;
  const seen = published === 0 ? "" : `Readers see ${who} now, and will not any more. `;
  const asked = {
    publish: {
      title: `Publish ${count}?`,
      confirm: "Publish",
      text:
        entries.length === 1
          ? "Readers see it as it is here, at once. Is it not ready, it stays as it is, and you are told why."
          : "Readers see them as they are here, at once. What is not ready stays as it is, and you are told why.",
    },
    unpublish: {
      title: `Unpublish ${count}?`,
      confirm: "Unpublish",
      text:
        entries.length === 1
          ? "Readers do not see it any more. Its text stays here, and it can be published again."
          : "Readers do not see them any more. Their text stays here, and they can be published again.",
    },
    delete: {
      title: `Move ${count} to the bin?`,
      confirm: "Move to bin",
      text: `${seen}${entries.length === 1 ? "It stays" : "They stay"} in the bin for 30 days, and can be restored until then.`,
    },
  }[action as "publish" | "unpublish" | "delete"];
  return (
    <ConfirmDialog
      title={asked.title}
      confirm={asked.confirm}
      isDangerous={action !== "publish"}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      {asked.text}
    </ConfirmDialog>
  );
}
