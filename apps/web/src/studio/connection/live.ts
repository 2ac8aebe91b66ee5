import type { LiveMessage, PressEvent } from "@letterpress/client";
import { attempt } from "./call.ts";
import { setLive } from "./live-health.ts";
import { liveStream } from "./live-stream.ts";
import { setPresent } from "./presence.ts";
import { press } from "./press.ts";
import { refreshAfter } from "./refresh-after.ts";

interface WatchedEntry {
  type: string;
  id: string;
}

/** How long to wait, in milliseconds, after a refusal that the client does not try again by itself. */
const afterRefusal = 10_000;

let onEvent: ((event: PressEvent) => void) | null = null;
let watched: WatchedEntry | null = null;
let lastEventId: string | undefined;
let stream: AbortController | null = null;

/**
 * Notes where the history stands, before anything is shown: what happens from then on is told by {@link startLive},
 * however long it takes to connect.
 */
export async function noteLivePosition(): Promise<void> {
  const latest = await attempt(press.events.list({ limit: 1, autosaves: true }));
  if (latest.ok) lastEventId = latest.data.items[0]?.id ?? "0";
}

/**
 * Keeps what is shown up to date with what happens on the server, over one connection a tab: none while the tab is
 * hidden, and everything that was missed once it is shown. `tell` hears of each event as well. Gives what ends it.
 */
export function startLive(tell: (event: PressEvent) => void): () => void {
  onEvent = tell;
  const followVisibility = () => connect();
  document.addEventListener("visibilitychange", followVisibility);
  connect();
  return () => {
    document.removeEventListener("visibilitychange", followVisibility);
    onEvent = null;
    connect();
  };
}

/** Makes the person present at an entry, and its presence known here; `null` when no entry is open. */
export function watchEntry(at: WatchedEntry | null): void {
  if (at?.id === watched?.id) return;
  watched = at;
  if (at === null) setPresent(null);
  if (stream) connect();
}

/** Follows what is wanted now; what was followed before ends. */
function connect(): void {
  stream?.abort();
  stream = null;
  // Nobody is told that what they did not want is away.
  setLive(true);
  if (!onEvent || document.hidden) setPresent(null);
  else {
    stream = new AbortController();
    void follow(stream.signal);
  }
}

async function follow(signal: AbortSignal): Promise<void> {
  const result = await attempt(read(signal));
  if (signal.aborted) return;
  setLive(false);
  if (result.ok) return;
  // Who may not follow the entry that is open follows the rest.
  if (result.error.code === "ENTRY_MISSING" && watched) return watchEntry(null);
  // `attempt` has told everybody: the shell ends this, and starts it again after the sign-in.
  if (result.error.code === "NOT_SIGNED_IN") return;
  setTimeout(() => !signal.aborted && connect(), afterRefusal);
}

async function read(signal: AbortSignal): Promise<void> {
  const input = {
    ...(lastEventId === undefined ? {} : { lastEventId }),
    ...(watched === null ? {} : { watching: { type: watched.type, id: watched.id } }),
  };
  for await (const message of liveStream.events.subscribe(input, { signal })) {
    if (signal.aborted) return;
    try {
      hear(message);
    } catch (error) {
      // What goes wrong in the page must not end the stream: it would stay behind for good.
      reportError(error);
    }
  }
}

function hear(message: LiveMessage): void {
  if (message.kind === "presence") setPresent(message);
  else {
    lastEventId = message.event.id;
    refreshAfter(message.event);
    onEvent?.(message.event);
  }
}
