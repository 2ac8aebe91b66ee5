import { parseArgs } from "node:util";
import { LetterpressError } from "@letterpress/api/errors";
import { MalformedExport } from "@letterpress/api/import-wordpress/malformed-export";
import { DatabaseUnusable } from "@letterpress/db/check-server";
import { type Command, UsageError } from "./commands/command.ts";
import { importWordPressCommand } from "./commands/import-wordpress.ts";
import { userCreate } from "./commands/user-create.ts";
import { createDeps } from "./deps.ts";
import { readEnv, SettingError } from "./env.ts";
import { openDatabase } from "./open-database.ts";
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
  process.exit(words.length === 0 || words[0] === "help" ? 0 : 2);
}

let close = async () => {};
stopOnSignal(() => close());
try {
  const { values, positionals } = parse(command, words.slice(command.name.length));
  const env = readEnv(process.env);
  const database = await openDatabase(env, (line) => console.error(line));
  close = () => database.close();
  await command.run(createDeps(database.db, env.dataDir), { options: values, arguments: positionals });
  await close();
} catch (error) {
  console.error(messageFor(error, command));
  await close();
  process.exit(error instanceof UsageError ? 2 : 1);
}
process.exit(0);

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
  if (error instanceof SettingError || error instanceof DatabaseUnusable) return error.message;
  return error;
}
