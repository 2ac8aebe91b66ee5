import type { Release } from "../connection/desk.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { whatWillHappen } from "./what-will-happen.ts";

interface PublishQuestionProps {
  release: Release;
  onConfirm: () => void;
  onCancel: () => void;
}

export function PublishQuestion({ release, onConfirm, onCancel }: PublishQuestionProps) {
  return (
    <ConfirmDialog
      title={`Publish “${release.name}” now?`}
      confirm="Publish now"
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>{whatWillHappen(release.items)}</p>
      <p className="mt-2">It happens in one moment, or not at all.</p>
    </ConfirmDialog>
  );
}
