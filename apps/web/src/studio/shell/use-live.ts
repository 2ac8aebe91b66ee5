import type { PressEvent } from "@letterpress/client";
import { useEffect } from "react";
import { startLive } from "../connection/live.ts";
import { liveNote } from "./live-note.ts";
import { tellLiveNote } from "./tell-live-note.tsx";

/** How long news are collected, in milliseconds, to be told as one. */
const gathering = 400;

/** Keeps the Studio live for a user; `null` while nobody is signed in. */
export function useLive(meId: string | null): void {
  useEffect(() => {
    if (meId === null) return;
    let news: PressEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    function tell() {
      timer = undefined;
      const note = liveNote(news, meId ?? "", new Date());
      news = [];
      if (note) tellLiveNote(note);
    }
    const stop = startLive((event) => {
      if (!event.name.endsWith(".published")) return;
      news.push(event);
      timer ??= setTimeout(tell, gathering);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [meId]);
}
