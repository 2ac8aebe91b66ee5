import type { Read } from "./article-paths.ts";
import { fetchAnswer } from "./fetch-answer.ts";
import { startFloor } from "./floors/start-floor.ts";
import { getRequest } from "./load/load-request.ts";
import type { Measured } from "./measured.ts";
import { forgetPeak, peakSize } from "./process-figures.ts";
import { type Contender, rounds, shareOf, speedOf, type Turn, takeTurns } from "./rounds.ts";
import type { Row } from "./row.ts";
import type { Scenario } from "./scenarios.ts";

/** Milliseconds. */
const p99Max = { cached: 5, uncached: 25 };
const floorNames = {
  bare: "bare node:http, same bytes",
  fastify: "Fastify, same bytes",
  trpc: "tRPC, superjson and Prisma, as usually wired",
};

/** Letterpress against the floors. */
export async function measureScenario(scenario: Scenario, measured: Measured): Promise<Row[]> {
  const { letterpress, databaseUrl, generator } = measured;
  const { headers, uncached } = scenario;
  const [sampled, ...others] = scenario.reads;
  if (!sampled) throw new Error(`There is nothing to ask for "${scenario.name}".`);
  const asked = uncached ? others : [sampled];

  // The first answer may be on its way into the cache, the next one comes from it.
  await fetchAnswer(letterpress.port, sampled.path, headers);
  const answer = await fetchAnswer(letterpress.port, sampled.path, headers);
  const stored = { wire: getRequest(sampled.path, headers), length: answer.body.length };
  const setup = { answers: [answer], databaseUrl };
  const floors = await Promise.all(
    (["bare", ...scenario.floors] as const).map(async (name) => ({
      name,
      server: await startFloor(name, setup),
    })),
  );
  try {
    const contenders: Contender[] = [
      ...floors.map(({ name, server }) => ({
        name,
        server,
        requests: () => (name === "trpc" ? [{ wire: stored.wire }] : [stored]),
        once: false,
      })),
      {
        name: "letterpress",
        server: letterpress,
        requests: (round) =>
          uncached
            ? part(asked, round).map(({ path, contains }) => ({ wire: getRequest(path, headers), contains }))
            : [stored],
        once: uncached,
      },
    ];
    forgetPeak(letterpress.pid);
    const turns = await takeTurns(generator, contenders);
    const of = (name: string): Turn[] => turns.get(name) ?? [];
    const share = shareOf(of("letterpress"), of("bare"));
    const bare = speedOf(of("bare"));
    const { shareMin } = scenario;
    const isCompressed = answer.headers["content-encoding"] === headers["accept-encoding"];
    return [
      {
        name: isCompressed ? scenario.name : `${scenario.name}: NOT COMPRESSED`,
        measured: `${percent(share)} of bare`,
        budget: shareMin === undefined ? "" : `≥ ${percent(shareMin)}`,
        met: shareMin === undefined ? undefined : share >= shareMin && isCompressed,
        speed: {
          ...speedOf(of("letterpress")),
          bare: { requests: bare.requests, cpu: bare.cpu },
          p99Max: uncached ? p99Max.uncached : p99Max.cached,
        },
        rss: peakSize(letterpress.pid),
      },
      ...floors
        .filter(({ name }) => name !== "bare")
        .map(({ name }) => ({
          name: `  ${floorNames[name]}`,
          measured: `${percent(shareOf(of(name), of("bare")))} of bare`,
          budget: "",
          met: undefined,
          speed: speedOf(of(name)),
        })),
    ];
  } finally {
    for (const { server } of floors) await server.stop();
  }
}

/** Each round asks for others. */
function part(reads: Read[], round: number): Read[] {
  const length = Math.floor(reads.length / (rounds + 1));
  return reads.slice(round * length, (round + 1) * length);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
