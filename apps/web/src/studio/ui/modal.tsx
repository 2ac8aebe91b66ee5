import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";
import { useFocusBack } from "./use-focus-back.ts";

interface ModalProps {
  title: string;
  /** One sentence under the title. */
  description?: ReactNode;
  children: ReactNode;
  /** Absent where the question must be answered. */
  onClose?: () => void;
  wide?: boolean;
  /** Puts the focus somewhere once the dialog has gone, and tells whether it did; otherwise what opened it gets it back. */
  onGone?: () => boolean;
}

/** A dialog over the page; on a phone it takes the foot of the screen. */
export function Modal({ title, description, children, onClose, onGone, wide = false }: ModalProps) {
  const { dialog, giveBack } = useFocusBack();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose?.()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Dialog.Content
          ref={dialog}
          // Not the close button: the dialog itself is read first, and the next Tab is its first control.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          onCloseAutoFocus={(event) => {
            // Radix gives it back to a trigger, which these dialogs do not have.
            event.preventDefault();
            if (!onGone?.()) giveBack();
          }}
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          className={`appear outline-none! fixed inset-x-0 bottom-0 z-40 flex max-h-[92dvh] flex-col overflow-hidden rounded-t-xl bg-surface shadow-2xl sm:inset-x-auto sm:bottom-auto sm:top-1/2 sm:left-1/2 sm:w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-xl ${wide ? "sm:max-w-4xl" : "sm:max-w-lg"}`}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4">
            <div>
              <Dialog.Title className="text-lg font-semibold">{title}</Dialog.Title>
              {description !== undefined && (
                <Dialog.Description className="mt-1 text-muted">{description}</Dialog.Description>
              )}
            </div>
            {onClose && <IconButton icon="close" label="Close" onClick={onClose} />}
          </header>
          <div className="overflow-y-auto px-5 pt-3 pb-5">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
