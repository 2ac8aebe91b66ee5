import { useEffect, useEffectEvent } from "react";

/** Runs something on Ctrl+Enter (⌘ and Return), but where the keys mean another thing: in dialogs and beside the form. */
export function usePublishKeys(run: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu]")) return;
    if (event.target instanceof Element && event.target.closest("[data-beside]")) return;
    event.preventDefault();
    // Before the text editor makes a new line of it.
    event.stopPropagation();
    run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener, true);
    return () => window.removeEventListener("keydown", listener, true);
  }, []);
}
