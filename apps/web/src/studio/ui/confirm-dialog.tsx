import { AlertDialog } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { useFocusBack } from "./use-focus-back.ts";

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  /** What happens when the person agrees: a verb. */
  confirm: string;
  isDangerous?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that others notice or that cannot be taken back. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  isDangerous,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const { dialog, giveBack } = useFocusBack();
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onCancel()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <AlertDialog.Content
          ref={dialog}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveBack();
          }}
          className="appear fixed inset-x-4 top-1/3 z-40 mx-auto max-w-md rounded-xl bg-surface p-5 shadow-2xl"
        >
          <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="mt-1 mb-5 text-muted">{children}</div>
          </AlertDialog.Description>
          <div className="flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>Cancel</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look={isDangerous ? "danger" : "primary"} onClick={onConfirm}>
                {confirm}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
