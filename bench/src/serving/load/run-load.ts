import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import type { Load, LoadFigures } from "./load.ts";
import { type LoadConnection, openConnection } from "./load-connection.ts";
import type { LoadRequest } from "./load-request.ts";
import { publishRequests } from "./publish-requests.ts";

const publishEvery = 100;

/** Keeps each connection asking until the time or the requests are over. Rejects on the first wrong answer. */
export async function runLoad(load: Load): Promise<LoadFigures> {
  const { port, requests, once, publishes } = load;
  const histograms = { reads: histogram(), publishes: histogram() };
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  let end = Number.POSITIVE_INFINITY;
  let asked = 0;
  let turns = 0;

  const nextRead = (): LoadRequest | undefined => {
    if (performance.now() >= end || (once && asked >= requests.length)) return undefined;
    return requests[asked++ % requests.length];
  };

  const open = async (index: number) => {
    const ended = Promise.withResolvers<void>();
    const entry = publishes?.entries[index];
    /** What is left of a publication. */
    let pending: LoadRequest[] = [];
    let publishing = 0;
    const proceed = (connection: LoadConnection) => {
      const rest = pending.shift();
      if (rest) return connection.send(rest);
      if (publishing > 0) {
        record(histograms.publishes, performance.now() - publishing);
        publishing = 0;
      }
      const isOver = performance.now() >= end;
      if (publishes && entry && !isOver && ++turns % publishEvery === 0) {
        publishing = performance.now();
        pending = publishRequests(publishes.apiKey, entry);
        return connection.send(pending.shift() as LoadRequest);
      }
      const read = nextRead();
      if (read) return connection.send(read);
      connection.close();
      ended.resolve();
    };
    const connection = await openConnection(port, {
      onAnswer: (_request, milliseconds) => {
        if (publishing === 0) record(histograms.reads, milliseconds);
        proceed(connection);
      },
      onFailure: failed.reject,
    });
    return { ended: ended.promise, start: () => proceed(connection), close: connection.close };
  };

  const connections = await Promise.all(Array.from({ length: load.connections }, (_, index) => open(index)));
  const closeAll = () => {
    for (const connection of connections) connection.close();
  };
  const before = process.cpuUsage();
  const start = performance.now();
  end = start + load.seconds * 1000;
  for (const connection of connections) connection.start();
  await Promise.race([Promise.all(connections.map(({ ended }) => ended)), failed.promise]).finally(closeAll);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const { reads } = histograms;
  return {
    requests: reads.count,
    seconds,
    p50: reads.percentile(50) / 1000,
    p99: reads.percentile(99) / 1000,
    publishes: histograms.publishes.count,
    publishP50: histograms.publishes.count === 0 ? 0 : histograms.publishes.percentile(50) / 1000,
    cpu: (user + system) / 1e6,
  };
}

/** In microseconds, up to a minute. */
function histogram(): RecordableHistogram {
  return createHistogram({ lowest: 1, highest: 60_000_000, figures: 3 });
}

function record(histogram: RecordableHistogram, milliseconds: number): void {
  histogram.record(Math.max(1, Math.round(milliseconds * 1000)));
}
