import { median, quantile } from "../median.ts";
import type { ArticleReads } from "./bench-caller.ts";
import type { ReadCase } from "./read-cases.ts";

/** A database with so many articles. */
export interface Size {
  articles: number;
  reads: ArticleReads;
}

/** How long a read took, in milliseconds. */
export interface ReadFigures {
  median: number;
  p95: number;
}

/** Takes turns between the sizes, so that what else the machine does slows all of them down alike. */
export async function measureReads(
  prepare: ReadCase,
  sizes: Size[],
  runs: number,
): Promise<Map<number, ReadFigures>> {
  const reads = await Promise.all(
    sizes.map(async ({ articles, reads }) => ({
      articles,
      read: await prepare(reads, articles),
      times: [] as number[],
    })),
  );
  for (let run = -3; run < runs; run++)
    for (const { read, times } of reads) {
      const start = performance.now();
      await read();
      // The first ones fill caches.
      if (run >= 0) times.push(performance.now() - start);
    }
  return new Map(
    reads.map(({ articles, times }) => [articles, { median: median(times), p95: quantile(times, 0.95) }]),
  );
}
