import type { Entry } from "@letterpress/client";
import { useEffect, useEffectEvent, useRef } from "react";
import type { FieldValues } from "../connection/entries-of.ts";
import { forgetText, keepText } from "./kept-text.ts";

/** Keeps unsaved changes in this browser, half a second behind the keyboard, and forgets them once they are saved. */
export function useKeptText(key: string, saved: Entry | null, changes: FieldValues): void {
  const keptUnder = useRef(key);
  const isDirty = Object.keys(changes).length > 0;
  const keep = useEffectEvent(() => {
    if (isDirty) keepText(key, saved, changes, new Date());
  });

  useEffect(() => {
    // The first save of a new entry gives it a key of its own.
    if (keptUnder.current !== key) forgetText(keptUnder.current);
    keptUnder.current = key;
    if (Object.keys(changes).length === 0) return forgetText(key);
    const timer = setTimeout(keep, 500);
    return () => clearTimeout(timer);
  }, [key, changes]);

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
