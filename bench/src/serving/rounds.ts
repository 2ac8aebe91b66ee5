import { median } from "../median.ts";
import type { Load } from "./load/load.ts";
import type { LoadRequest } from "./load/load-request.ts";
import type { Generator } from "./load/start-generator.ts";
import type { MeasuredServer } from "./measured-server.ts";
import { cpuSeconds } from "./process-figures.ts";
import type { Speed } from "./row.ts";

export const connections = 32;
export const rounds = 5;
const seconds = 1;
const warmUpSeconds = 0.7;
/** What is asked only once costs so much that it takes longer until all of its code is compiled. */
const slowWarmUpSeconds = 4;

/** A server that takes turns with others. */
export interface Contender {
  name: string;
  server: MeasuredServer;
  /** What it is asked in a round, the first of which (0) warms it up. */
  requests(round: number): LoadRequest[];
  once: boolean;
  publishes?: (round: number) => Promise<Load["publishes"]>;
}

export interface Turn {
  requests: number;
  p50: number;
  p99: number;
  cpu: number | undefined;
  publishes: number;
  publishP50: number;
}

/** Lets them take turns, so that what else the machine does slows all of them down alike. By name, round by round. */
export async function takeTurns(generator: Generator, contenders: Contender[]): Promise<Map<string, Turn[]>> {
  const turns = new Map<string, Turn[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const { name, server, requests, once, publishes } of contenders) {
      const load: Load = {
        port: server.port,
        connections,
        seconds: round > 0 ? seconds : once ? slowWarmUpSeconds : warmUpSeconds,
        requests: requests(round),
        once,
      };
      const changed = await publishes?.(round);
      if (changed) load.publishes = changed;
      const before = cpuSeconds(server.pid);
      const figures = await generator.run(load).catch((error: Error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      const after = cpuSeconds(server.pid);
      if (round === 0) continue;
      turns.get(name)?.push({
        ...figures,
        requests: figures.requests / figures.seconds,
        cpu:
          before === undefined || after === undefined
            ? undefined
            : ((after - before) / figures.requests) * 1e6,
      });
    }
  return turns;
}

/** Medians of the rounds. */
export function speedOf(turns: Turn[]): Speed {
  const [cpu] = turns.map((turn) => turn.cpu);
  return {
    requests: median(turns.map(({ requests }) => requests)),
    p50: median(turns.map(({ p50 }) => p50)),
    p99: median(turns.map(({ p99 }) => p99)),
    cpu: cpu === undefined ? undefined : median(turns.map((turn) => turn.cpu ?? 0)),
  };
}

/** The median of what each round's requests are of those of the same round of another. */
export function shareOf(turns: Turn[], others: Turn[]): number {
  return median(turns.map(({ requests }, round) => requests / (others[round]?.requests ?? 0)));
}
