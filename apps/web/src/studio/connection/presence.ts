import { useSyncExternalStore } from "react";
import { useMe } from "../auth/use-me.ts";

export interface PresentUser {
  userId: string;
  name: string;
}

let present: { entryId: string; people: readonly PresentUser[] } | null = null;
const nobody: readonly PresentUser[] = [];
const listeners = new Set<() => void>();

/** Keeps who is at the entry that is watched; `null` when nobody can tell. */
export function setPresent(next: typeof present): void {
  present = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who else has the entry open, live. Nobody, unless it is the one that is watched. */
export function usePresence(entryId: string): readonly PresentUser[] {
  const { id } = useMe();
  const people = useSyncExternalStore(subscribe, () =>
    present?.entryId === entryId ? present.people : nobody,
  );
  return people.filter(({ userId }) => userId !== id);
}
