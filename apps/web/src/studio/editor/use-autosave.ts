import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { meQuery } from "../connection/queries.ts";
import { createAutosaveTimer } from "./autosave-timer.ts";
import { autosavedChanges } from "./autosaved-changes.ts";
import type { EditorStore } from "./editor-store.ts";

/**
 * Has changes saved by themselves: a moment after somebody stops typing, at once when the tab is hidden, and again, in
 * growing steps, for as long as the server is not reached.
 */
export function useAutosave(store: EditorStore, autosave: () => Promise<void>): void {
  const isSignedIn = useQuery(meQuery).data !== null;
  const [timer] = useState(() => createAutosaveTimer(() => void autosave()));
  const hasWork = useEffectEvent(() => isSignedIn && Object.keys(autosavedChanges(store.get())).length > 0);

  useEffect(() => {
    let { changes, setback } = store.get();
    function plan() {
      const state = store.get();
      if (state.setback !== setback) {
        if (state.setback) timer.failed();
        else timer.succeeded();
      }
      if (!hasWork()) timer.rest();
      else if (state.changes !== changes || !timer.isWaiting()) timer.changed();
      ({ changes, setback } = state);
    }
    const unsubscribe = store.subscribe(plan);
    plan();
    return () => {
      unsubscribe();
      timer.rest();
    };
  }, [store, timer]);

  useEffect(() => {
    if (isSignedIn && hasWork()) timer.changed();
  }, [isSignedIn, timer]);

  useEffect(() => {
    const saveHidden = () => {
      // A new entry waits for its timer: were the page closing, nobody would hear that it was made.
      if (document.visibilityState === "hidden" && store.get().saved && hasWork()) void autosave();
    };
    const retry = () => timer.hurry();
    document.addEventListener("visibilitychange", saveHidden);
    window.addEventListener("online", retry);
    return () => {
      document.removeEventListener("visibilitychange", saveHidden);
      window.removeEventListener("online", retry);
    };
  }, [store, autosave, timer]);
}
