import type { Deps, Publication } from "@letterpress/api/deps";
import type { ContentModel } from "@letterpress/model/content-type";
import { readEnv } from "./env.ts";
import type { Run } from "./run.ts";
import { stopOnSignal } from "./stop-on-signal.ts";
import { ChildEnded } from "./supervisor/child-ended.ts";
import { lead } from "./supervisor/lead.ts";

/** What makes one publication another. */
export interface PublicationContent {
  model: ContentModel;
  publication: Publication;
  /** Fills an empty database; none unless told. Rejects with the signal's reason when that is aborted. */
  createExample?: (deps: Deps, start: { say: (line: string) => void; signal: AbortSignal }) => Promise<void>;
}

/**
 * Runs a publication as a process, with the settings of the environment, until a signal stops it; on more than one core,
 * as a process with workers, which run the same script from its beginning. So `load` is called only by those that need
 * the content: what is imported in it costs the others nothing. An error that an operator can mend is printed as a
 * sentence, and the process ends with 1.
 */
export async function runPublication(load: () => Promise<PublicationContent>): Promise<void> {
  const interruption = new AbortController();
  const closing: (() => Promise<void>)[] = [];
  let closed: Promise<void> | undefined;
  const closeAll = () => {
    closed ??= (async () => {
      for (const close of closing.reverse()) await close();
    })();
    return closed;
  };

  const starting = start(load, { closing, signal: interruption.signal, say: (line) => console.log(line) });
  stopOnSignal(async () => {
    interruption.abort();
    // A start ends at its next step, and never with a database that is closed under it.
    await starting.catch(() => undefined);
    await closeAll();
  });

  await starting
    .then(async (serves) => {
      if (serves || interruption.signal.aborted) return;
      await closeAll();
      process.exit();
    })
    .catch(async (error: unknown) => {
      // Then its error is the interruption, and the signal's stop ends the process.
      if (interruption.signal.aborted) return;
      // Needed by few, and made of what all of the server can throw.
      const { operatorMessage } = await import("./operator-message.ts");
      const message = operatorMessage(error);
      if (!(error instanceof ChildEnded && error.isExplained))
        console.error(message === error ? error : `\nLetterpress cannot start. ${message}`);
      process.exitCode = 1;
      await closeAll().catch((failure: unknown) => console.error(operatorMessage(failure)));
      process.exit();
    });
}

/** Does this process's part; whether it serves from now on, or has done all. */
async function start(load: () => Promise<PublicationContent>, run: Run): Promise<boolean> {
  const env = readEnv(process.env);
  if (env.part === "all") {
    await lead(load, env, run);
    return true;
  }
  // Who leads has given all its parts the database's address, of the embedded one, too.
  const url = env.databaseUrl ?? "";
  if (env.part === "preparation") {
    const [{ prepare }, content] = await Promise.all([import("./prepare.ts"), load()]);
    await prepare(content, { env, url }, run);
    return false;
  }
  const [{ serve }, content] = await Promise.all([import("./serve.ts"), load()]);
  await serve(content, { env, url, isFirst: env.part === "first worker" }, run);
  process.send?.("ready");
  return true;
}
