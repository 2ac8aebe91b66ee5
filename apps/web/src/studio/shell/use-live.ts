import type { Me, PressEvent } from "@letterpress/client";
import { useEffect } from "react";
import { startLive } from "../connection/live.ts";
import { isNews, liveNote } from "./live-note.ts";
import { tellLiveNote } from "./tell-live-note.tsx";

/** How long news are collected, in milliseconds, to be told as one. */
const gathering = 400;

/** Keeps the Studio live for a user; `null` while nobody is signed in. */
export function useLive(me: Me | null): void {
  const id = me?.id;
  const role = me?.role;
  useEffect(() => {
    if (id === undefined || role === undefined) return;
    const told = { id, role };
    let news: PressEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    function tell() {
      timer = undefined;
      const isOpen = (entryId: string) => window.location.pathname.split("/").includes(entryId);
      const note = liveNote(news, { me: told, isOpen, now: new Date() });
      news = [];
      if (note) void tellLiveNote(note);
    }
    const stop = startLive((event) => {
      if (!isNews(event)) return;
      news.push(event);
      timer ??= setTimeout(tell, gathering);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [id, role]);
}
