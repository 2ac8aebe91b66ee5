import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createApiKeys } from "./create-api-keys.ts";
import { getRequest } from "./load/load-request.ts";
import { measureScenario } from "./measure-scenario.ts";
import type { Measured } from "./measured.ts";
import { residentSize } from "./process-figures.ts";
import { connections } from "./rounds.ts";
import type { Row } from "./row.ts";
import { scenarios } from "./scenarios.ts";
import { startLetterpress } from "./start-letterpress.ts";

const script = fileURLToPath(new URL("./load/open-streams.ts", import.meta.url));
const wanted = 10_000;
/** A key may have 50. */
const streamsPerKey = 40;
const rssMax = 200;

/** Streams of events that wait, and how fast a kept article is answered meanwhile. A server of their own. */
export async function idleReaders(measured: Measured): Promise<Row[]> {
  const { databaseUrl, dataDir, profileDir, generator } = measured;
  const keys = await createApiKeys(databaseUrl, Math.ceil(wanted / streamsPerKey));
  const letterpress = await startLetterpress({ databaseUrl, dataDir, profileDir });
  const readers = fork(script, { serialization: "advanced" });
  try {
    const [article] = scenarios(measured.articles, measured.apiKey);
    const [read] = article?.reads ?? [];
    if (!article || !read) throw new Error("There is no scenario of an article.");
    // First as much memory as reads take, so that the streams are not charged for it.
    const requests = [{ wire: getRequest(read.path) }];
    await generator.run({ port: letterpress.port, connections, seconds: 2, requests, once: false });
    const before = residentSize(letterpress.pid);
    readers.send({
      port: letterpress.port,
      apiKeys: Array.from({ length: wanted }, (_, index) => keys[index % keys.length]),
    });
    const [{ open, statuses }] = (await once(readers, "message")) as [
      { open: number; statuses: Map<number, number> },
    ];
    const after = residentSize(letterpress.pid);
    const refused = [...statuses].filter(([status]) => status !== 200);
    const why = refused.map(([status, count]) => `${count} answered ${status}`).join(", ");
    const rows = await measureScenario(
      { ...article, name: `${article.name}, with them open`, floors: [] },
      { ...measured, letterpress },
    );
    return [
      {
        name: `${wanted} idle readers of events`,
        measured: `${open} open${why && ` (${why})`}: +${(after - before).toFixed(0)} MB, ${(((after - before) / open) * 1024).toFixed(0)} KB each`,
        budget: `all open, ≤ ${rssMax} MB`,
        met: open === wanted && after <= rssMax,
        rss: after,
      },
      ...rows,
    ];
  } finally {
    readers.disconnect();
    await letterpress.stop();
  }
}
