import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";

/** What TypeScript said of its work. */
export interface CheckFigures {
  instantiations: number;
  /** Megabytes. */
  memory: number;
  /** Milliseconds of the whole program, of which checking is a part. */
  total: number;
}

export const tsc = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");

/** Checks the app in `folder` with its tsconfig.json. Throws with TypeScript's errors. */
export async function checkConsumer(folder: string): Promise<CheckFigures> {
  // One thread: with more, each instantiates for itself, and their sum depends on the machine.
  const args = [tsc, "--noEmit", "--extendedDiagnostics", "--singleThreaded"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder }).catch(
    (error: { stdout: string }) => {
      throw new Error(`The app does not check:\n${error.stdout}`);
    },
  );
  const figure = (name: string) => {
    const found = new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(stdout)?.[1];
    if (found === undefined) throw new Error(`TypeScript says no "${name}":\n${stdout}`);
    return Number(found);
  };
  return {
    instantiations: figure("Instantiations"),
    memory: Math.round(figure("Memory used") / 1000),
    total: Math.round(figure("Total time") * 1000),
  };
}
