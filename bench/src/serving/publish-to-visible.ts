import { createClient } from "@letterpress/client";
import { articleId } from "../fill/article-place.ts";
import { median, quantile } from "../median.ts";
import { getArticle } from "./article-paths.ts";
import { fetchAnswer } from "./fetch-answer.ts";
import type { Measured } from "./measured.ts";
import type { Row } from "./row.ts";
import { startLetterpress } from "./start-letterpress.ts";

const publications = 60;
const maxMs = 100;
const article = 90;

/**
 * Publishes on one node what another has in its cache, and asks that one until it shows it. Counted from when the
 * publication is sent: its own time is part of it.
 */
export async function publishToVisible(measured: Measured): Promise<Row[]> {
  const { letterpress, databaseUrl, dataDir, apiKey } = measured;
  const other = await startLetterpress({ databaseUrl, dataDir });
  try {
    const press = createClient({ url: letterpress.url, apiKey });
    const { path } = getArticle(article);
    const id = articleId(article);
    let { version } = await press.entries.article.get({ id });
    const times: number[] = [];
    const calls: number[] = [];
    for (let turn = 0; turn < publications; turn++) {
      const standfirst = `Seen for the ${turn}th time.`;
      ({ version } = await press.entries.article.save({
        id,
        expectedVersion: version,
        fields: { standfirst },
      }));
      // Both: one to fill the cache, one out of it.
      for (let read = 0; read < 2; read++) await fetchAnswer(other.port, path);
      const start = performance.now();
      const published = press.entries.article.publish({ id, expectedVersion: version });
      const called = published.then(() => calls.push(performance.now() - start));
      const seen = waitFor(other.port, path, standfirst).then(() => times.push(performance.now() - start));
      await Promise.all([called, seen]);
    }
    const ms = median(times);
    return [
      {
        name: "publish → visible on another node",
        measured: `${ms.toFixed(0)} ms (p95 ${quantile(times, 0.95).toFixed(0)}; the call itself ${median(calls).toFixed(0)})`,
        budget: `≤ ${maxMs} ms`,
        met: ms <= maxMs,
      },
    ];
  } finally {
    await other.stop();
  }
}

const patienceMs = 10_000;

async function waitFor(port: number, path: string, text: string): Promise<void> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) if ((await fetchAnswer(port, path)).body.includes(text)) return;
  throw new Error(`Another node has not shown "${text}" ${patienceMs / 1000} s after it was published.`);
}
