import { readFileSync } from "node:fs";
import type { Server, ServerOptions } from "node:http";

/** What `createServer` is to be called with; times are in milliseconds. */
export const connectionTimes = {
  /** A head is sent at once. */
  headersTimeout: 10_000,
  /** 100 MB over a slow line. Other bodies have a pace, see body-in-time.ts. */
  requestTimeout: 15 * 60_000,
  /** Longer than proxies keep theirs (60 seconds), so that none sends a request on one that ends. */
  keepAliveTimeout: 72_000,
  connectionsCheckingInterval: 2_000,
} satisfies ServerOptions;

/**
 * Milliseconds without a byte on a connection, after which it ends (Node looks twice while something waits to be taken);
 * while there is work, see admission.ts.
 */
const silence = 20_000;
/** Connections at most, where the system allows as many open files. */
const mostConnections = 16_000;
/** Open files for what is no client: the database, media, logs. */
const otherFiles = 1_000;
/** Milliseconds. */
const roomEvery = 1_000;

/**
 * Ends connections whose client takes nothing of its answer, and keeps their number within what the system allows: one
 * too many is closed as it comes, and those that are idle make room for the next.
 */
export function limitConnections(server: Server): void {
  server.timeout = silence;
  server.maxConnections = Math.min(mostConnections, Math.max(openFiles() - otherFiles, 500));
  let madeRoom = 0;
  server.on("drop", () => {
    // To look through them all for each that is turned away would be the work that a flood is after.
    if (performance.now() - madeRoom < roomEvery) return;
    madeRoom = performance.now();
    server.closeIdleConnections();
  });
}

/** Files that this process may have open: Node raises the soft limit to the hard one. */
function openFiles(): number {
  try {
    const [, soft] = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8")) ?? [];
    if (soft !== undefined) return Number(soft);
  } catch {
    // No Linux.
  }
  return mostConnections + otherFiles;
}
