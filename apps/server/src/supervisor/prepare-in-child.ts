import { fork } from "node:child_process";
import { once } from "node:events";
import type { Part } from "../env.ts";
import { ChildEnded } from "./child-ended.ts";

const part: Part = "preparation";

/**
 * Prepares the database at `url` in a process that ends afterwards: it takes several times the memory that serving
 * does. An abortion stops it, and then rejects with the signal's reason. Throws {@link ChildEnded}.
 */
export async function prepareInChild(url: string, signal: AbortSignal): Promise<void> {
  const child = fork(process.argv[1] ?? "", {
    env: { ...process.env, DATABASE_URL: url, LETTERPRESS_PART: part },
  });
  const stop = () => child.kill("SIGTERM");
  signal.addEventListener("abort", stop);
  const [code, endedBy] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  signal.removeEventListener("abort", stop);
  signal.throwIfAborted();
  if (code !== 0) throw new ChildEnded("The process that prepares the database", code, endedBy);
}
