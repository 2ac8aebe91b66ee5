/**
 * Keeps the focus near where it was when what has it goes away, such as a row that is deleted: whoever works by keyboard
 * would be at the top of the page again. Gives what ends it.
 */
export function keepFocus(main: HTMLElement): () => void {
  let last: Node | null = null;
  const note = ({ target }: FocusEvent) => {
    last = target instanceof Node ? target : null;
  };
  const observer = new MutationObserver((records) => {
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    const gone = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(last)));
    last = null;
    if (!gone) return;
    const place = controlIn(gone.nextSibling) ?? controlIn(gone.previousSibling) ?? main;
    place.focus({ preventScroll: place === main });
  });
  main.addEventListener("focusin", note);
  observer.observe(main, { childList: true, subtree: true });
  return () => {
    main.removeEventListener("focusin", note);
    observer.disconnect();
  };
}

function controlIn(node: Node | null): HTMLElement | null {
  if (!(node instanceof HTMLElement) || !node.isConnected) return null;
  return node.querySelector<HTMLElement>("a[href], button:not(:disabled), input:not(:disabled)");
}
