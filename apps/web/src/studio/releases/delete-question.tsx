import type { Release } from "../connection/desk.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";

interface DeleteQuestionProps {
  release: Release;
  onConfirm: () => void;
  onCancel: () => void;
}

export function DeleteQuestion({ release, onConfirm, onCancel }: DeleteQuestionProps) {
  const { name, schedule, publishedAt } = release;
  return (
    <ConfirmDialog
      title={`Delete “${name}”?`}
      confirm="Delete"
      isDangerous
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      {schedule && !publishedAt && "It is not published at its time. "}
      Its entries stay as they are: only the list of them goes, and that cannot be taken back.
    </ConfirmDialog>
  );
}
