import type { IncomingMessage } from "node:http";
import type { GateLimits } from "./gate.ts";
import type { KnownCallers } from "./known-callers.ts";

/**
 * What a node takes on of each kind of work. They have nothing to do with each other: a crowd of one shuts out none of
 * another.
 */
export const limits = {
  /** What everybody may read. Fewer would leave the connections to the database without work; each holds memory. */
  readers: { atOnce: 24, queue: 200 },
  /** Calls of those who are known. Bodies that come slowly, and the rendering of texts, have their place, too. */
  editors: { atOnce: 50, queue: 200 },
  /** Signing in, previews, and whoever carries what this node has not seen yet: it may be made up. */
  strangers: { atOnce: 16, queue: 100 },
  /** Each may hold a picture of 20 MiB in memory while it waits to be processed. */
  uploads: { atOnce: 8, queue: 20 },
  /** Streamed from the disk, 64 KB of each in memory. */
  media: { atOnce: 500, queue: 0 },
  /** What the Studio and pages are made of. */
  files: { atOnce: 200, queue: 0 },
  /** Whether the database answers. */
  probes: { atOnce: 2, queue: 20 },
} satisfies Record<string, GateLimits>;

export type Work = keyof typeof limits;

/** What a request is counted as; `null` where it costs next to nothing. */
export function kindOfWork(request: IncomingMessage, callers: KnownCallers): Work | null {
  const { method, url = "" } = request;
  if (url === "/healthz" || method === "OPTIONS") return null;
  if (url === "/readyz") return "probes";
  const isRead = method === "GET" || method === "HEAD";
  const isCall = url.startsWith("/trpc/");
  if (isCall) {
    const caller = callers.kindOf(request);
    if (caller === "known") return "editors";
    return caller === "nobody" && isRead ? "readers" : "strangers";
  }
  if (!isRead) return /^\/uploads($|\?)/.test(url) ? "uploads" : "strangers";
  if (url.startsWith("/preview/")) return "strangers";
  if (url.startsWith("/media/")) return "media";
  return /^\/(assets\/|studio($|[/?])|client\.tgz($|\?))/.test(url) ? "files" : "readers";
}
