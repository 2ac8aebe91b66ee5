import { execFile } from "node:child_process";
import { promisify } from "node:util";

interface Ran {
  code: number;
  /** What it has printed, errors included. */
  output: string;
}

/** Runs a script as somebody would from a terminal, with no more of the environment than it is given. */
export async function runScript(script: string, words: string[], env: Record<string, string>): Promise<Ran> {
  const { PATH = "", HOME = "" } = process.env;
  try {
    const run = await promisify(execFile)(process.execPath, [script, ...words], {
      env: { PATH, HOME, ...env },
    });
    return { code: 0, output: run.stdout + run.stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}
