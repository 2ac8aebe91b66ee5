import { useEffect, useEffectEvent, useRef } from "react";
import type { EditorStore } from "./editor-store.ts";
import { forgetText, keepText } from "./kept-text.ts";

/** Milliseconds behind the keyboard. */
const behind = 100;

/**
 * Keeps unsaved changes in this browser as they are typed, and forgets them once they are saved. What it answers keeps
 * them at once, and says whether the browser could.
 */
export function useKeptText(key: string, store: EditorStore): () => boolean {
  const keptUnder = useRef(key);

  function keep(): boolean {
    // The first save of a new entry gives it a key of its own.
    if (keptUnder.current !== key) forgetText(keptUnder.current);
    keptUnder.current = key;
    const isKept = keepText(key, store.get(), new Date());
    store.dispatch({ kind: "kept", isKept });
    return isKept;
  }
  const keepNow = useEffectEvent(keep);

  useEffect(() => {
    let { changes, unreadable } = store.get();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = store.subscribe(() => {
      const state = store.get();
      if (state.changes === changes && state.unreadable === unreadable) return;
      ({ changes, unreadable } = state);
      timer ??= setTimeout(() => {
        timer = undefined;
        keepNow();
      }, behind);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [store]);

  useEffect(() => {
    if (keptUnder.current !== key) keepNow();
  }, [key]);

  useEffect(() => {
    const listener = () => void keepNow();
    window.addEventListener("pagehide", listener);
    document.addEventListener("visibilitychange", listener);
    return () => {
      window.removeEventListener("pagehide", listener);
      document.removeEventListener("visibilitychange", listener);
    };
  }, []);
  return keep;
}
