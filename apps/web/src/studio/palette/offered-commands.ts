import { useSyncExternalStore } from "react";
import type { Command } from "./use-commands.ts";

const none: readonly Command[] = [];
let offered: readonly Command[] = none;
const listeners = new Set<() => void>();

function offer(commands: readonly Command[]): void {
  offered = commands;
  for (const listener of listeners) listener();
}

/** Lets the palette do what the page that is open can do. What is given ends that. */
export function offerCommands(commands: readonly Command[]): () => void {
  offer(commands);
  return () => {
    if (offered === commands) offer(none);
  };
}

/** What the page that is open offers. */
export function useOfferedCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offered,
  );
}
