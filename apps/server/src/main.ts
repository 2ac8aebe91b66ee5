import { sessionsOf } from "@letterpress/api/auth/sessions";
import { createOwner } from "@letterpress/api/auth/set-up";
import { newSetUpToken } from "@letterpress/api/auth/set-up-token";
import { DatabaseUnusable } from "@letterpress/db/check-server";
import { buildApp } from "./app.ts";
import { createDeps, mediaFolder } from "./deps.ts";
import { readEnv, SettingError } from "./env.ts";
import { createExamplePublication } from "./example-publication.ts";
import { openDatabase } from "./open-database.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

const say = (line: string) => console.log(line);
const closing: (() => Promise<unknown>)[] = [];
const stop = async () => {
  for (const close of closing.splice(0).reverse()) await close();
};
stopOnSignal(stop);

try {
  const env = readEnv(process.env);
  say(env.databaseUrl === undefined ? "Starting PostgreSQL …" : "Connecting to the database …");
  const database = await openDatabase(env, say);
  closing.push(() => database.close());
  const deps = createDeps(database.db, env.dataDir);

  if (await isNew()) say("Creating the example publication …");
  await createExamplePublication(deps);
  if (env.owner && (await deps.db.user.count()) === 0)
    await createOwner(deps, { kind: "system", name: "start" }, { ...env.owner, name: "Owner" });

  await sessionsOf(deps.db).deleteExpiredSessions();

  const publicUrl = env.publicUrl ?? `http://localhost:${env.port}`;
  const app = await buildApp(deps, {
    publicUrl,
    mediaFolder: mediaFolder(env.dataDir),
    logLevel: env.logLevel,
    trustProxy: env.trustProxy,
    dev: env.dev,
  });
  closing.push(() => app.close());
  await app.listen({ port: env.port, host: env.host }).catch((error: NodeJS.ErrnoException) => {
    throw listenError(error, env.host, env.port);
  });

  const token = await newSetUpToken(deps);
  say(`\n  ${deps.publication.name} is at ${publicUrl}`);
  say(`  The Studio is at   ${publicUrl}/studio`);
  if (token !== null)
    say(`\n  Make yourself its owner (this link works once):\n  ${publicUrl}/studio/set-up#${token}`);
  say("\n  Ctrl-C stops it.\n");

  async function isNew() {
    return (await deps.db.event.count()) === 0;
  }
} catch (error) {
  // A sentence for what an operator can mend; the rest is a bug, and its stack helps to report it.
  const isKnown = error instanceof SettingError || error instanceof DatabaseUnusable;
  console.error(isKnown ? `\nLetterpress cannot start. ${error.message}` : error);
  await stop();
  process.exit(1);
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
