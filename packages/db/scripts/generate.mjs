// Generates the Prisma client into src/generated, without the network: Prisma would download a schema engine
// that generating never runs, unless it is told that there is one already. Any existing file will do.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const packageDir = dirname(import.meta.dirname);
const prismaManifest = createRequire(import.meta.url).resolve("prisma/package.json");
const prisma = join(dirname(prismaManifest), "build", "index.js");

const { status, error } = spawnSync(process.execPath, [prisma, "generate"], {
  cwd: packageDir,
  stdio: "inherit",
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
});
if (error) throw error;
process.exit(status ?? 1);
