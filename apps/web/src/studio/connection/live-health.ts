import { useSyncExternalStore } from "react";

/** How long a connection may be away, in milliseconds, before anybody is told: most come back by themselves. */
const patience = 5_000;

let isLost = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Notes that live updates come, or that they stopped coming. */
export function setLive(isLive: boolean): void {
  if (isLive) {
    clearTimeout(timer);
    timer = undefined;
    show(false);
  } else timer ??= setTimeout(() => show(true), patience);
}

function show(next: boolean): void {
  if (next === isLost) return;
  isLost = next;
  for (const listener of listeners) listener();
}

/** Whether live updates have been away for more than a moment. */
export function useIsLiveLost(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isLost,
  );
}
