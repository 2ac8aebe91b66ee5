import { parseArgs } from "node:util";
import { createDb } from "@letterpress/db/create-db";
import { databaseUrl, runSql } from "@letterpress/db/testing/admin-sql";
import { startTemporary } from "@letterpress/db/testing/start-temporary";
import { fillDatabase } from "../fill/fill-database.ts";
import { articleReads } from "./bench-caller.ts";
import { benchFilling } from "./bench-entry.ts";
import { benchModel } from "./bench-model.ts";
import { measureReads, type Size } from "./measure-reads.ts";
import { budgeted, counting, hard, type ReadCase } from "./read-cases.ts";

const runs = 40;
const ratioMax = 3;

/** Measures what reads cost at sizes of a publication, against the smallest, and prints it. */
export async function readsAtSize(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { entries: { type: "string", default: "1000,100000,1000000" } },
  });
  const counts = values.entries.split(",").map(Number);
  const postgres = await startTemporary();
  const closing: (() => Promise<void>)[] = [];
  try {
    const sizes: Size[] = [];
    for (const articles of counts) {
      const name = `bench_${articles}`;
      await runSql(postgres.url, `CREATE DATABASE ${name}`);
      const url = databaseUrl(postgres.url, name);
      const start = performance.now();
      await fillDatabase(url, { model: benchModel, filling: benchFilling, articles });
      console.log(`${articles} articles written in ${Math.round((performance.now() - start) / 1000)} s`);
      const db = createDb(url);
      closing.push(() => db.close());
      sizes.push({ articles, reads: articleReads(db) });
    }
    console.log(
      `\nMilliseconds, median (p95) of ${runs}; at most ${ratioMax} times those of ${counts[0]} articles`,
    );
    console.table(await tableOf(budgeted, sizes));
    console.log("\nHard to plan");
    console.table(await tableOf(hard, sizes));
    console.log("\nCounted: no budget, since it grows with what it counts");
    console.table(await tableOf(counting, sizes));
  } finally {
    for (const close of closing) await close();
    await postgres.stop();
  }
}

async function tableOf(cases: Record<string, ReadCase>, sizes: Size[]) {
  const table: Record<string, Record<string, string>> = {};
  for (const [name, prepare] of Object.entries(cases)) {
    const figures = await measureReads(prepare, sizes, runs);
    const [base] = figures.values();
    table[name] = Object.fromEntries(
      [...figures].map(([articles, { median, p95 }]) => {
        const ratio = median / (base?.median ?? median);
        const mark = ratio > ratioMax ? " !" : "";
        return [articles, `${median.toFixed(1)} (${p95.toFixed(1)}) ×${ratio.toFixed(1)}${mark}`];
      }),
    );
  }
  return table;
}
