import { emit } from "@letterpress/db/events";
import { shareLockInTx } from "@letterpress/db/lock-in-tx";
import type { Tx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import { redirectsLock } from "./redirects-lock.ts";

/** Ends the hand-made redirects from these decoded paths, which get pages in this transaction. */
export async function endPathRedirects(tx: Tx, actor: Actor, paths: string[]): Promise<void> {
  if (paths.length === 0) return;
  await shareLockInTx(tx, redirectsLock);
  const ended = await tx.$queryRaw<{ path: string; target: string }[]>`
    DELETE FROM path_redirect WHERE path = ANY(${paths}::text[]) RETURNING path, target`;
  for (const redirect of ended) emit(tx, eventActor(actor), { name: "redirect.deleted", ...redirect });
}
