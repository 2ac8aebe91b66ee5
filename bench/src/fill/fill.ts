import { parseArgs } from "node:util";
import { contentModel } from "@letterpress/content/content-model";
import { fillDatabase } from "./fill-database.ts";
import { publicationFilling } from "./publication-filling.ts";

/** Fills the empty database of `DATABASE_URL` with articles of this publication. */
export async function fill(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { entries: { type: "string", default: "10000" } } });
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("Set DATABASE_URL to an empty database.");
  const articles = Number(values.entries);
  const start = performance.now();
  await fillDatabase(url, { model: contentModel, filling: await publicationFilling(), articles });
  console.log(`${articles} articles written in ${Math.round((performance.now() - start) / 1000)} s`);
}
