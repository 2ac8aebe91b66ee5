import { Toast } from "radix-ui";
import { type ReactNode, useSyncExternalStore } from "react";
import { IconButton } from "./icon-button.tsx";

interface Message {
  id: number;
  /** At most one message of a kind is shown: the last. */
  kind?: string;
  text: ReactNode;
  /** What can still be done about it, such as undoing it. */
  action?: { label: string; run: () => void };
}

let messages: readonly Message[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function setMessages(next: readonly Message[]) {
  messages = next;
  for (const listener of listeners) listener();
}

/**
 * Tells the person what just happened; goes away by itself. For what went wrong, use a notice in the page. Gives what
 * takes it away before.
 */
export function toast(text: ReactNode, action?: Message["action"]): () => void {
  lastId += 1;
  const id = lastId;
  setMessages([...messages.slice(-2), { id, text, ...(action ? { action } : {}) }]);
  return () => setMessages(messages.filter((message) => message.id !== id));
}

/** The same of what somebody else did: takes the place of the last message of its kind. */
export function quietToast(kind: string, text: ReactNode): void {
  lastId += 1;
  const others = messages.filter((message) => message.kind !== kind);
  setMessages([...others.slice(-2), { id: lastId, kind, text }]);
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => messages,
  );
  return (
    <Toast.Provider duration={6000} label="Message">
      {shown.map(({ id, kind, text, action }) => (
        <Toast.Root
          key={id}
          // What others did waits until a screen reader has finished.
          type={kind === undefined ? "foreground" : "background"}
          onOpenChange={(open) => !open && setMessages(messages.filter((message) => message.id !== id))}
          className="appear flex items-center gap-3 rounded-lg bg-ink py-2 pr-2 pl-4 text-surface shadow-xl"
        >
          <Toast.Description className="flex-1">{text}</Toast.Description>
          {action && (
            <Toast.Action asChild altText={action.label}>
              <button
                type="button"
                className="rounded px-2 py-1 font-semibold underline"
                onClick={action.run}
              >
                {action.label}
              </button>
            </Toast.Action>
          )}
          <Toast.Close asChild>
            <IconButton
              icon="close"
              label="Dismiss"
              size={16}
              className="text-surface! hover:bg-transparent! opacity-80 hover:opacity-100"
            />
          </Toast.Close>
        </Toast.Root>
      ))}
      <Toast.Viewport className="fixed inset-x-4 bottom-4 z-50 ml-auto flex max-w-sm flex-col gap-2 outline-none" />
    </Toast.Provider>
  );
}
