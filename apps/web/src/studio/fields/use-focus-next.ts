import { useCallback, useLayoutEffect, useState } from "react";

const controls = "input, textarea, select, [contenteditable=true], button";

/**
 * Moves the focus once the page has been drawn again: to the first of the elements with these ids that is there and
 * can be used, or to the first control inside of it. Elements that move or go away lose it otherwise.
 */
export function useFocusNext(): (...ids: string[]) => void {
  const [next, setNext] = useState<{ ids: string[] } | null>(null);
  useLayoutEffect(() => {
    for (const id of next?.ids ?? []) {
      const element = document.getElementById(id);
      if (!element || element.matches(":disabled")) continue;
      (element.matches(controls)
        ? element
        : (element.querySelector<HTMLElement>(controls) ?? element)
      ).focus();
      return;
    }
  }, [next]);
  return useCallback((...ids: string[]) => setNext({ ids }), []);
}
