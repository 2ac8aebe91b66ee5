import { useSyncExternalStore } from "react";

export const panelTabs = ["details", "revisions", "comments"] as const;

export type PanelTab = (typeof panelTabs)[number];

/** From this width on, the panel stands beside the form; below, it covers it. */
export const wideScreen = "(min-width: 64rem)";

const key = "letterpress.panel";
const listeners = new Set<() => void>();

let shown = remembered();

function remembered(): PanelTab | null {
  // What covers the form opens only when it is asked for.
  if (!matchMedia(wideScreen).matches) return null;
  return panelTabs.find((tab) => tab === localStorage.getItem(key)) ?? null;
}

/** Opens the panel at a tab, or closes it. The next entry opens in the same way. */
export function showPanel(tab: PanelTab | null): void {
  shown = tab;
  if (tab === null) localStorage.removeItem(key);
  else localStorage.setItem(key, tab);
  for (const listener of listeners) listener();
}

/** The tab that is open; `null` while the panel is closed. */
export function usePanel(): PanelTab | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
