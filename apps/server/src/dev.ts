import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startEmbedded } from "@letterpress/db/embedded/start-embedded";
import { readEnv } from "./env.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

// The developer's loop. Node starts the server again when a file changes that it has loaded; PostgreSQL keeps running
// meanwhile, because this process holds it too. Pages and Studio change without a restart: see web/dev-web.ts.

const env = readEnv(process.env);
const embedded =
  env.databaseUrl === undefined
    ? await startEmbedded({ dataDir: `${env.dataDir}/postgres`, log: console.log })
    : undefined;

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const server = spawn(process.execPath, ["--watch", "--watch-preserve-output", main], {
  env: { ...process.env, LETTERPRESS_DEV: "1" },
  stdio: "inherit",
});

stopOnSignal(async () => {
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await ended;
  await embedded?.stop();
});
