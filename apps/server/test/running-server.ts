import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

/** What `npm start` runs: built of the same sources. */
export const builtMain = fileURLToPath(new URL("../dist/main.js", import.meta.url));

export interface RunningServer {
  child: ChildProcess;
  url: string;
  /** All that it has printed. */
  output(): string;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
}

/** Starts the server as `npm start` does, in a process of its own; resolves when it has printed its address. */
export async function startServer(env: Record<string, string>, script = main): Promise<RunningServer> {
  const server = spawnServer(env, script);
  const started = new Promise<void>((resolve, reject) => {
    server.child.stdout?.on("data", () => server.output().includes("Ctrl-C stops it") && resolve());
    server.ended.then((code) => reject(new Error(`It ended with ${code}:\n${server.output()}`)));
  });
  await started;
  return server;
}

/** The same without waiting. */
export function spawnServer(env: Record<string, string>, script = main): RunningServer {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [script], {
    // As many processes as the machine has cores would only take longer to start.
    env: { PATH, HOME, WORKERS: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (text: Buffer) => {
      output += text;
    });
  const ended = once(child, "close").then(([code]) => code as number | null);
  return { child, url: `http://127.0.0.1:${env.PORT}`, output: () => output, ended };
}

export async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return String(typeof address === "object" ? address?.port : 0);
}

/** The process id of the PostgreSQL that serves a data folder. */
export async function postmasterOf(clusterDir: string): Promise<number> {
  return Number((await readFile(`${clusterDir}/postmaster.pid`, "utf8")).split("\n")[0]);
}

/** A process that has ended but that nobody has asked after yet counts as ended: it has no command line any more. */
export async function isRunning(pid: number): Promise<boolean> {
  if (process.platform === "linux")
    return (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")) !== "";
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
