import { spawn } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { MeasuredServer } from "./measured-server.ts";

const main = fileURLToPath(new URL("../../../apps/server/dist/main.js", import.meta.url));

export interface LetterpressOptions {
  databaseUrl: string;
  /** Its folder. Two servers share it as two nodes do. */
  dataDir: string;
  /** Where V8 leaves a profile of it when it stops. */
  profileDir?: string | undefined;
}

export interface LetterpressServer extends MeasuredServer {
  url: string;
  /** Milliseconds from the start of the process until `/readyz` said so. */
  readyAfter: number;
}

/** Starts Letterpress as `npm start` does, as one process. */
export async function startLetterpress(options: LetterpressOptions): Promise<LetterpressServer> {
  const { databaseUrl, dataDir, profileDir } = options;
  const port = await freePort();
  const { PATH = "", HOME = "" } = process.env;
  const profile = profileDir === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profileDir}`];
  const start = performance.now();
  const child = spawn(process.execPath, [...profile, "--max-semi-space-size=8", main], {
    env: {
      PATH,
      HOME,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATABASE_URL: databaseUrl,
      LETTERPRESS_DATA: dataDir,
      WORKERS: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => {
      output += text;
    });
  const ended = once(child, "exit");
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`Letterpress did not start:\n${output}`);
    await delay(2);
  }
  return {
    url,
    port,
    pid: child.pid ?? 0,
    readyAfter: performance.now() - start,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

function isReady(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(`${url}/readyz`, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on("error", () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}
