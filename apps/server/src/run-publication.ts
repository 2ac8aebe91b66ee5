import { removeLeftFiles } from "@letterpress/api/assets/remove-left-files";
import { sessionsOf } from "@letterpress/api/auth/sessions";
import { newSetUpToken } from "@letterpress/api/auth/set-up-token";
import type { Deps, Publication } from "@letterpress/api/deps";
import { noticeModel } from "@letterpress/api/evolution/notice-model";
import { withLock } from "@letterpress/db/with-lock";
import type { ContentModel } from "@letterpress/model/content-type";
import { buildApp } from "./app.ts";
import { closeApp } from "./close-app.ts";
import { createDeps, mediaFolder } from "./deps.ts";
import { readEnv, SettingError } from "./env.ts";
import { firstStart } from "./first-start.ts";
import { openDatabase, serverLockTimeout } from "./open-database.ts";
import { operatorMessage } from "./operator-message.ts";
import { requireDataFolder } from "./require-data-folder.ts";
import { startScheduler } from "./scheduler.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

const say = (line: string) => console.log(line);

/** What makes one publication another. */
export interface PublicationContent {
  model: ContentModel;
  publication: Publication;
  /** Fills an empty database; none unless told. Rejects with the signal's reason when that is aborted. */
  createExample?: (deps: Deps, start: { say: (line: string) => void; signal: AbortSignal }) => Promise<void>;
}

/**
 * Runs a publication as a process, with the settings of the environment, until a signal stops it. An error that an
 * operator can mend is printed as a sentence, and the process ends with 1.
 */
export async function runPublication(content: PublicationContent): Promise<void> {
  const interruption = new AbortController();
  const closing: (() => Promise<void>)[] = [];
  let closed: Promise<void> | undefined;
  const closeAll = () => {
    closed ??= (async () => {
      for (const close of closing.reverse()) await close();
    })();
    return closed;
  };

  const starting = start(content, closing, interruption.signal);
  stopOnSignal(async () => {
    interruption.abort();
    // A start ends at its next step, and never with a database that is closed under it.
    await starting.catch(() => undefined);
    await closeAll();
  });

  await starting.catch(async (error: unknown) => {
    // Then its error is the interruption, and the signal's stop ends the process.
    if (interruption.signal.aborted) return;
    const message = operatorMessage(error);
    console.error(message === error ? error : `\nLetterpress cannot start. ${message}`);
    process.exitCode = 1;
    await closeAll().catch((failure: unknown) => console.error(operatorMessage(failure)));
    process.exit();
  });
}

/** Leaves in `closing` what is to be closed, whether or not it succeeds. */
async function start(
  content: PublicationContent,
  closing: (() => Promise<void>)[],
  signal: AbortSignal,
): Promise<void> {
  const env = readEnv(process.env);
  await requireDataFolder(env.dataDir);
  say(env.databaseUrl === undefined ? "Starting PostgreSQL …" : "Connecting to the database …");
  const database = await openDatabase(env, say, { lockTimeout: serverLockTimeout });
  closing.push(database.close);
  signal.throwIfAborted();
  const deps = createDeps(database, env, content);

  await withLock(database.url, "first start", async () => {
    await noticeModel(deps, { say, signal });
    await firstStart(deps, { owner: env.owner, createExample: content.createExample }, { say, signal });
  });
  await sessionsOf(deps.db).deleteExpiredSessions();

  const app = await buildApp(deps, {
    mediaFolder: mediaFolder(env.dataDir),
    logLevel: env.logLevel,
    trustProxy: env.trustProxy,
    dev: env.dev,
  });
  // After the last stream has ended.
  closing.push(() => deps.presence.close());
  closing.push(() => closeApp(app));
  signal.throwIfAborted();
  await app.listen({ port: env.port, host: env.host }).catch((error: NodeJS.ErrnoException) => {
    throw listenError(error, env.host, env.port);
  });

  const token = await newSetUpToken(deps);
  const { publicUrl } = deps;
  say(`\n  ${deps.publication.name} is at ${publicUrl}`);
  say(`  The Studio is at   ${publicUrl}/studio`);
  if (token !== null)
    say(`\n  Make yourself its owner (this link works once):\n  ${publicUrl}/studio/set-up#${token}`);
  say("\n  Ctrl-C stops it.\n");

  // In the background: a stop waits for the few files that it is at.
  const sweep = removeLeftFiles(deps, signal).catch((error: unknown) =>
    app.log.error({ err: error }, "files without an asset could not be removed"),
  );
  closing.push(async () => void (await sweep));
  closing.push(startScheduler(deps, app.log));
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new SettingError(
      `Port ${port} is taken by another program: stop that one, or set PORT to a free port.`,
    );
  if (error.code === "EACCES")
    return new SettingError(`this user may not listen on port ${port}: set PORT above 1023.`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return new SettingError(`HOST ${host} is no address of this machine.`);
  return error;
}
