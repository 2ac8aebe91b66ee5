import { toast } from "../ui/toasts.tsx";

/** Messages that offer what works only while their editor is open, such as undoing what was done in it. */
export function createOffers() {
  let isOpen = false;
  let shown: (() => void)[] = [];
  return {
    isOpen: () => isOpen,
    /** Begins with the editor; gives what ends with it. */
    open() {
      isOpen = true;
      return () => {
        isOpen = false;
        for (const dismiss of shown) dismiss();
        shown = [];
      };
    },
    offer(text: string, action: { label: string; run: () => void }): void {
      if (isOpen) shown.push(toast(text, action));
      else toast(text);
    },
  };
}
