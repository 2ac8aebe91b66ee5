import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const schemaDir = join(import.meta.dirname, "..", "prisma", "schema");

/** The Prisma schema, as the schema engine takes it. */
export async function readSchemaFiles(): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(schemaDir)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (path) => ({ path, content: await readFile(join(schemaDir, path), "utf8") })),
  );
}
