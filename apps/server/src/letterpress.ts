import { parseArgs } from "node:util";
import { LetterpressError } from "@letterpress/api/errors";
import { MalformedExport } from "@letterpress/api/import-wordpress/malformed-export";
import { backup } from "./commands/backup.ts";
import { type Command, UsageError } from "./commands/command.ts";
import { contentUpgrade } from "./commands/content-upgrade.ts";
import { exportCommand } from "./commands/export.ts";
import { importLetterpressCommand } from "./commands/import-letterpress.ts";
import { importWordPressCommand } from "./commands/import-wordpress.ts";
import { keyCreate } from "./commands/key-create.ts";
import { keyList } from "./commands/key-list.ts";
import { keyRevoke } from "./commands/key-revoke.ts";
import { restore } from "./commands/restore.ts";
import { userCreate } from "./commands/user-create.ts";
import { createDeps } from "./deps.ts";
import { readEnv } from "./env.ts";
import { type OpenDatabase, openDatabase } from "./open-database.ts";
import { operatorMessage } from "./operator-message.ts";
import { requireDataFolder } from "./require-data-folder.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

// The command line. It works beside a running server: both use the same database.

const commands: Command[] = [
  backup,
  contentUpgrade,
  exportCommand,
  importLetterpressCommand,
  importWordPressCommand,
  keyCreate,
  keyList,
  keyRevoke,
  restore,
  userCreate,
];

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

const interruption = new AbortController();
const { signal } = interruption;
let running: Promise<void> | undefined;
let opening: Promise<OpenDatabase> | undefined;
const close = async () => (await opening?.catch(() => undefined))?.close();
stopOnSignal(async () => {
  interruption.abort();
  process.exitCode = 130;
  if (command.endsOnSignal) await running?.catch(() => undefined);
  await close();
});
try {
  const { values, positionals } = parse(command, words.slice(command.name.length));
  const env = readEnv(process.env);
  await requireDataFolder(env.dataDir);
  opening = openDatabase(env, (line) => console.error(line));
  const database = await opening;
  signal.throwIfAborted();
  running = command.run(createDeps(database, env), {
    options: values,
    arguments: positionals,
    databaseUrl: database.url,
    signal,
  });
  await running;
  await close();
} catch (error) {
  // Else the error is that the database was closed under the command; the signal's stop ends the process.
  if (!signal.aborted) {
    console.error(messageFor(error, command));
    await close().catch((failure: unknown) => console.error(operatorMessage(failure)));
    process.exit(error instanceof UsageError ? 2 : 1);
  }
}
if (!signal.aborted) process.exit();

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
