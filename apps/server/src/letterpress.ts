import { parseArgs } from "node:util";
import { LetterpressError } from "@letterpress/api/errors";
import { MalformedExport } from "@letterpress/api/import-wordpress/malformed-export";
import { type Command, UsageError } from "./commands/command.ts";
import { importWordPressCommand } from "./commands/import-wordpress.ts";
import { userCreate } from "./commands/user-create.ts";
import { createDeps } from "./deps.ts";
import { readEnv } from "./env.ts";
import { type OpenDatabase, openDatabase } from "./open-database.ts";
import { operatorMessage } from "./operator-message.ts";
import { requireDataFolder } from "./require-data-folder.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

// The command line. It works beside a running server: both use the same database.

const commands: Command[] = [importWordPressCommand, userCreate];

const usage = () =>
  [
    "Usage:",
    ...commands.map((command) => `  npm run letterpress -- ${command.usage}\n      ${command.summary}`),
  ].join("\n");

const words = process.argv.slice(2);
const command = commands.find(({ name }) => name.every((word, index) => words[index] === word));
if (!command) {
  console.error(usage());
  process.exit(words.length === 0 || ["help", "--help", "-h"].includes(words[0] ?? "") ? 0 : 2);
}

let interrupted = false;
let opening: Promise<OpenDatabase> | undefined;
const close = async () => (await opening?.catch(() => undefined))?.close();
stopOnSignal(async () => {
  interrupted = true;
  process.exitCode = 130;
  await close();
});
try {
  const { values, positionals } = parse(command, words.slice(command.name.length));
  const env = readEnv(process.env);
  await requireDataFolder(env.dataDir);
  opening = openDatabase(env, (line) => console.error(line));
  const database = await opening;
  await command.run(createDeps(database.db, env.dataDir), { options: values, arguments: positionals });
  await close();
} catch (error) {
  // Else the error is that the database was closed under the command; the signal's stop ends the process.
  if (!interrupted) {
    console.error(messageFor(error, command));
    await close().catch((failure: unknown) => console.error(operatorMessage(failure)));
    process.exit(error instanceof UsageError ? 2 : 1);
  }
}
if (!interrupted) process.exit(0);

function parse({ options }: Command, args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function messageFor(error: unknown, { usage: line }: Command): unknown {
  if (error instanceof UsageError) return `${error.message}\nUsage: npm run letterpress -- ${line}`;
  if (error instanceof LetterpressError)
    return `${error.errorCode}: ${error.message} ${JSON.stringify(error.details)}`;
  if (error instanceof MalformedExport) return `Nothing was imported. ${error.message}`;
  return operatorMessage(error);
}
