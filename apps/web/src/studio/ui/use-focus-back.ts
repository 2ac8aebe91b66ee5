import { useCallback, useState } from "react";

/** What had the focus when a dialog opened, by the dialog. */
const openers = new WeakMap<Element, Element | null>();

/**
 * Gives the focus back to what had it when a dialog opened. Where that was in a dialog that has gone as well, to what
 * had it before that one; where all of it has gone, to the page.
 */
export function useFocusBack() {
  const [opener] = useState(() => document.activeElement);
  const dialog = useCallback(
    (element: Element | null) => {
      if (element) openers.set(element, opener);
    },
    [opener],
  );
  return { dialog, giveBack: () => giveBack(opener) };
}

function giveBack(opener: Element | null): void {
  let place = opener;
  while (place && !place.isConnected) {
    const before = place.closest("[role=dialog], [role=alertdialog]");
    place = (before && openers.get(before)) ?? null;
  }
  if (place instanceof HTMLElement && place !== document.body) place.focus();
  else document.getElementById("main")?.focus({ preventScroll: true });
}
