import type { Deps } from "@letterpress/api/deps";

/** The command was called wrongly; the message says how, and the usage follows it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** One command of the `letterpress` command line. */
export interface Command {
  /** The words that call it. */
  name: string[];
  usage: string;
  summary: string;
  options: Record<string, { type: "string" | "boolean" }>;
  /** On Ctrl-C it ends by itself within a second or two, and is waited for; others are cut off. */
  endsOnSignal?: true;
  /** Throws {@link UsageError} on wrong arguments. One that has done only a part sets `process.exitCode`. */
  run(deps: Deps, input: CommandInput): Promise<void>;
}

export interface CommandInput {
  options: Record<string, string | boolean | (string | boolean)[] | undefined>;
  arguments: string[];
  /** For what needs a connection of its own. */
  databaseUrl: string;
  /** Aborted by Ctrl-C and by SIGTERM. */
  signal: AbortSignal;
}
