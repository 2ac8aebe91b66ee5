import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import type { EditorState } from "./editor-state.ts";
import { forgetText, holdsText, keepText } from "./kept-text.ts";

/** Keeps unsaved changes in this browser, half a second behind the keyboard, and forgets them once they are saved. */
export function useKeptText(
  key: string,
  { saved, changes, unreadable }: Pick<EditorState, "saved" | "changes" | "unreadable">,
): void {
  const keptUnder = useRef(key);
  const unread = useMemo(
    () => Object.fromEntries(Object.entries(unreadable).map(([path, { text }]) => [path, text])),
    [unreadable],
  );
  const keep = useEffectEvent(() => {
    if (holdsText({ changes, unread })) keepText(key, saved, { changes, unread }, new Date());
  });

  useEffect(() => {
    // The first save of a new entry gives it a key of its own.
    if (keptUnder.current !== key) forgetText(keptUnder.current);
    keptUnder.current = key;
    if (!holdsText({ changes, unread })) return forgetText(key);
    const timer = setTimeout(keep, 500);
    return () => clearTimeout(timer);
  }, [key, changes, unread]);

  useEffect(() => {
    const keepNow = () => keep();
    window.addEventListener("pagehide", keepNow);
    document.addEventListener("visibilitychange", keepNow);
    return () => {
      window.removeEventListener("pagehide", keepNow);
      document.removeEventListener("visibilitychange", keepNow);
    };
  }, []);
}
