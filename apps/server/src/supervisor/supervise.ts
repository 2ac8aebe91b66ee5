import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Part } from "../env.ts";
import type { Run } from "../run.ts";
import { ChildEnded, endOf } from "./child-ended.ts";
import { endLostConnection } from "./end-lost-connection.ts";
import { restartPause } from "./restart-pause.ts";

/** A worker that has lived for so long, in milliseconds, has not died of its start. */
const settled = 60_000;

/**
 * Has `workers` processes serve on one port, each connection given to the next of them, and starts another one for
 * each that dies. Resolves when the first serves; what is closed waits for all of them. Throws {@link ChildEnded} when
 * the first one cannot serve.
 */
export async function supervise(
  { url, workers }: { url: string; workers: number },
  { closing, signal }: Run,
): Promise<void> {
  const stopping = new AbortController();
  const start = (part: Part) => {
    const worker = cluster.fork({ DATABASE_URL: url, LETTERPRESS_PART: part });
    // One that is told something while it dies.
    worker.on("error", () => undefined);
    endLostConnection(worker);
    return { worker, ended: endOfWorker(worker) };
  };

  const first = start("first worker");
  const slots: Promise<void>[] = [];
  closing.push(async () => {
    stopping.abort();
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill("SIGTERM");
    await Promise.all([first.ended, ...slots]);
  });
  // Attempts to sign in are counted here, so that they are as many as with one process.
  const { RateLimiterClusterMaster } = await import("rate-limiter-flexible");
  new RateLimiterClusterMaster();

  const stop = () => first.worker.process.kill("SIGTERM");
  signal.addEventListener("abort", stop);
  const isReady = await Promise.race([readiness(first.worker), first.ended.then(() => false)]);
  signal.removeEventListener("abort", stop);
  signal.throwIfAborted();
  if (!isReady) {
    const { code, endedBy } = await first.ended;
    throw new ChildEnded("The first server process", code, endedBy);
  }

  const keepOneRunning = async (begun?: typeof first) => {
    let next = begun;
    let deaths = 0;
    while (!stopping.signal.aborted) {
      const startedAt = Date.now();
      const { code, endedBy } = await (next ?? start("worker")).ended;
      if (stopping.signal.aborted) return;
      next = undefined;
      deaths = Date.now() - startedAt > settled ? 1 : deaths + 1;
      console.error(`A server process ended (${endOf(code, endedBy)}); another one takes its place.`);
      await sleep(restartPause(deaths), undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  slots.push(keepOneRunning(first), ...Array.from({ length: workers - 1 }, () => keepOneRunning()));
}

/** Its first word; those about attempts to sign in are no words. */
function readiness(worker: Worker): Promise<true> {
  return new Promise((resolve) => worker.on("message", (message) => message === "ready" && resolve(true)));
}

async function endOfWorker(worker: Worker) {
  const [code, endedBy] = (await once(worker.process, "exit")) as [number | null, NodeJS.Signals | null];
  return { code, endedBy };
}
