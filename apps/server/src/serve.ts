import { removeLeftFiles } from "@letterpress/api/assets/remove-left-files";
import { sessionsOf } from "@letterpress/api/auth/sessions";
import { newSetUpToken } from "@letterpress/api/auth/set-up-token";
import type { Deps } from "@letterpress/api/deps";
import { buildApp } from "./app.ts";
import { closeApp } from "./close-app.ts";
import { connectDatabase } from "./connect-database.ts";
import { createDeps, mediaFolder } from "./deps.ts";
import { type Env, SettingError } from "./env.ts";
import { firstStart } from "./first-start.ts";
import { startPurging } from "./purging.ts";
import type { Run } from "./run.ts";
import type { PublicationContent } from "./run-publication.ts";
import { startScheduler } from "./scheduler.ts";

interface Place {
  env: Env;
  /** Of a database that is up to date. */
  url: string;
  /** One of the workers does what is to be done once at each start, before the others are there. */
  isFirst: boolean;
}

/** Serves the publication, and does what is due. */
export async function serve(
  content: PublicationContent,
  { env, url, isFirst }: Place,
  run: Run,
): Promise<void> {
  const { closing, signal, say } = run;
  const database = connectDatabase(url, env.workers);
  closing.push(database.close);
  const deps = createDeps(database, env, content);
  if (isFirst) {
    await firstStart(deps, { url, owner: env.owner, content }, run);
    await sessionsOf(deps.db).deleteExpiredSessions();
  }

  const app = await buildApp(deps, {
    mediaFolder: mediaFolder(env.dataDir),
    logLevel: env.logLevel,
    trustProxy: env.trustProxy,
    dev: env.dev,
    cacheBytes: env.cacheBytes,
    cdn: env.cdn?.kind,
  });
  // After the last stream has ended.
  closing.push(() => deps.presence.close());
  closing.push(() => closeApp(app));
  signal.throwIfAborted();
  await app.listen({ port: env.port, host: env.host }).catch((error: NodeJS.ErrnoException) => {
    throw listenError(error, env.host, env.port);
  });

  if (isFirst) {
    await welcome(deps, say);
    // In the background: a stop waits for the few files that it is at.
    const sweep = removeLeftFiles(deps, signal).catch((error: unknown) =>
      app.log.error({ err: error }, "files without an asset could not be removed"),
    );
    closing.push(async () => void (await sweep));
  }
  closing.push(startScheduler(deps, app.log));
  if (env.cdn) closing.push(await startPurging(env.cdn, { deps, signals: database.signals, log: app.log }));
}

async function welcome(deps: Deps, say: Run["say"]): Promise<void> {
  const token = await newSetUpToken(deps);
  const { publicUrl } = deps;
  say(`\n  ${deps.publication.name} is at ${publicUrl}`);
  say(`  The Studio is at   ${publicUrl}/studio`);
  if (token !== null)
    say(`\n  Make yourself its owner (this link works once):\n  ${publicUrl}/studio/set-up#${token}`);
  say("\n  Ctrl-C stops it.\n");
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
