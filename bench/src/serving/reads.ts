import { mkdir } from "node:fs/promises";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createApiKeys } from "./create-api-keys.ts";
import { idleReaders } from "./idle-readers.ts";
import { startGenerator } from "./load/start-generator.ts";
import { measureScenario } from "./measure-scenario.ts";
import type { Measured } from "./measured.ts";
import { mixed } from "./mixed.ts";
import { printTable } from "./print-table.ts";
import { publishToVisible } from "./publish-to-visible.ts";
import type { Row } from "./row.ts";
import { scenarios } from "./scenarios.ts";
import { sizes } from "./sizes.ts";
import { type BenchDatabase, startDatabase } from "./start-database.ts";
import { startLetterpress } from "./start-letterpress.ts";
import { startTime } from "./start-time.ts";

/** Fewer have too few addresses that nobody has asked for. */
const entriesMin = 1_000;

type Measurement = (measured: Measured) => Promise<Row[]>;

/** Measures what reads cost a running server, against floors and budgets. Exits with 1 when a budget is missed. */
export async function reads(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      entries: { type: "string", default: "20000" },
      only: { type: "string", default: "" },
      profile: { type: "string" },
    },
  });
  const counts = values.entries.split(",").map(Number);
  if (!counts.every((count) => count >= entriesMin))
    throw new Error(`--entries takes numbers from ${entriesMin}, separated by commas.`);
  const articles = Math.max(...counts);
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const stop of closing.splice(0).reverse()) await stop();
  };
  process.once("SIGINT", () => void close().finally(() => process.exit(130)));
  try {
    const database = await startDatabase();
    closing.push(database.stop);
    const measured = await prepare(database, articles, values.profile, closing);
    const rows: Row[] = [];
    if (counts.length > 1) {
      const smallest = await prepare(database, Math.min(...counts), undefined, closing);
      process.stderr.write("sizes …\n");
      const compared = sizes(measured.generator, [smallest, measured]);
      rows.push(...(await compared.catch((error: Error) => [failed("sizes", error)])));
    }
    for (const [name, measure] of Object.entries(measurements(measured)))
      if (name.includes(values.only)) {
        process.stderr.write(`${name} …\n`);
        rows.push(...(await measure(measured).catch((error: Error) => [failed(name, error)])));
      }
    if (rows.length === 0) throw new Error(`No measurement has "${values.only}" in its name.`);
    console.log(
      `\n${articles} articles, ${availableParallelism()} cores (${cpus()[0]?.model}), Node ${process.versions.node}\n`,
    );
    if (printTable(rows) > 0) process.exitCode = 1;
  } finally {
    await close();
  }
}

/** What goes wrong in one does not hide what the others have measured. */
function failed(name: string, error: Error): Row {
  process.stderr.write(`${error.message}\n`);
  return { name, measured: "failed: see above", budget: "", met: false };
}

async function prepare(
  database: BenchDatabase,
  articles: number,
  profileDir: string | undefined,
  closing: (() => Promise<void>)[],
): Promise<Measured> {
  process.stderr.write(`Writing ${articles} articles …\n`);
  const databaseUrl = await database.fill(articles);
  const [apiKey = ""] = await createApiKeys(databaseUrl, 1);
  const dataDir = join(database.folder, `data-${articles}`);
  await mkdir(dataDir);
  const letterpress = await startLetterpress({ databaseUrl, dataDir, profileDir });
  closing.push(letterpress.stop);
  const generator = startGenerator();
  closing.push(async () => generator.stop());
  return { letterpress, databaseUrl, dataDir, profileDir, generator, apiKey, articles };
}

function measurements({ articles, apiKey }: Measured): Record<string, Measurement> {
  return {
    ...Object.fromEntries(
      scenarios(articles, apiKey).map((scenario): [string, Measurement] => [
        scenario.name,
        (measured) => measureScenario(scenario, measured),
      ]),
    ),
    mixed,
    "idle readers": idleReaders,
    "publish to visible": publishToVisible,
    "start time": startTime,
  };
}
