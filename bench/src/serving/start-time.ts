import { median } from "../median.ts";
import type { Measured } from "./measured.ts";
import type { Row } from "./row.ts";
import { startLetterpress } from "./start-letterpress.ts";

const starts = 5;
const maxMs = 600;

/** From the start of the process until it is ready, with a database that runs and is migrated. */
export async function startTime({ databaseUrl, dataDir }: Measured): Promise<Row[]> {
  const times: number[] = [];
  for (let start = 0; start < starts; start++) {
    const server = await startLetterpress({ databaseUrl, dataDir });
    times.push(server.readyAfter);
    await server.stop();
  }
  const ms = median(times);
  return [
    {
      name: "process start → ready",
      measured: `${(ms / 1000).toFixed(2)} s`,
      budget: `≤ ${maxMs / 1000} s`,
      met: ms <= maxMs,
    },
  ];
}
