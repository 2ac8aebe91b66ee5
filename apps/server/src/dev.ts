import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type EmbeddedPostgres, startEmbedded } from "@letterpress/db/embedded/start-embedded";
import { readEnv } from "./env.ts";
import { operatorMessage } from "./operator-message.ts";
import { requireDataFolder } from "./require-data-folder.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

// The developer's loop. Node starts the server again when a file changes that it has loaded; PostgreSQL keeps running
// meanwhile, because this process holds it too. Pages and Studio change without a restart: see web/dev-web.ts.

let server: { child: ChildProcess; ended: Promise<unknown> } | undefined;
let interrupted = false;

const starting = holdPostgres();
stopOnSignal(async () => {
  interrupted = true;
  server?.child.kill("SIGTERM");
  await server?.ended;
  await (await starting.catch(() => undefined))?.stop();
});

try {
  await starting;
  if (!interrupted) server = serve();
} catch (error) {
  console.error(operatorMessage(error));
  process.exit(1);
}

async function holdPostgres(): Promise<EmbeddedPostgres | undefined> {
  const env = readEnv(process.env);
  if (env.databaseUrl !== undefined) return undefined;
  await requireDataFolder(env.dataDir);
  return startEmbedded({ dataDir: `${env.dataDir}/postgres`, log: console.log });
}

function serve() {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--watch", "--watch-preserve-output", main], {
    env: { ...process.env, LETTERPRESS_DEV: "1" },
    stdio: "inherit",
  });
  return { child, ended: once(child, "exit") };
}
