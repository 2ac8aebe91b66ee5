import { emit } from "@letterpress/db/events";
import { literally } from "@letterpress/db/literally";
import { lockInTx } from "@letterpress/db/lock-in-tx";
import { readsIn } from "@letterpress/db/reads-in";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { encodePath, normalisePath } from "./normalise-path.ts";
import { isServerPath, pageAt } from "./page-at.ts";
import type { PathRedirect } from "./path-redirect.ts";
import { parseTarget, type RedirectTarget } from "./redirect-target.ts";
import { redirectsLock } from "./redirects-lock.ts";

/**
 * Makes a redirect, or gives the one from this path another target. What leads to a redirect leads to its target at
 * once. Throws `BAD_INPUT`, `REDIRECT_HIDES_PAGE` and `REDIRECT_LOOP`.
 */
export async function createRedirect(
  deps: Deps,
  actor: Actor,
  input: { path: string; target: string },
): Promise<PathRedirect> {
  const path = input.path.startsWith("/") ? normalisePath(input.path) : null;
  if (path === null) return refuse("path", "Give a path that starts with a slash, such as /old-address.");
  const given = parseTarget(input.target, deps.publicUrl);
  if (!given) return refuse("target", "Give a path that starts with a slash, or an http(s) address.");
  return withTx(deps.db, async (tx) => {
    await lockInTx(tx, redirectsLock);
    if (isServerPath(path) || (await pageAt(readsIn(tx), deps.model, path)) !== null)
      return fail("REDIRECT_HIDES_PAGE", { path });
    const target = await endOf(deps, tx, path, given);
    const createdById = actor.kind === "user" ? actor.userId : null;
    const row = { target, createdById, createdAt: deps.clock() };
    await tx.pathRedirect.upsert({ where: { path }, create: { path, ...row }, update: row });
    await leadOn(tx, path, target);
    emit(tx, eventActor(actor), { name: "redirect.created", path, target });
    const createdBy = actor.kind === "user" ? { id: actor.userId, name: actor.name } : null;
    return { path, target, createdAt: row.createdAt, createdBy, entry: null };
  });
}

function refuse(field: string, message: string): never {
  return fail("BAD_INPUT", { issues: [{ path: field, message }] });
}

/** Where the target leads itself. One step is enough, as all others were collapsed when they were made. */
async function endOf({ publicUrl }: Deps, tx: Tx, path: string, given: RedirectTarget): Promise<string> {
  if (given.path === null) return given.address;
  const next = await tx.pathRedirect.findUnique({ where: { path: given.path }, select: { target: true } });
  if (given.path === path || (next && parseTarget(next.target, publicUrl)?.path === path))
    return fail("REDIRECT_LOOP", { path });
  return next?.target ?? given.address;
}

/** Redirects that lead to `path` lead to `target` from now on. */
async function leadOn(tx: Tx, path: string, target: string): Promise<void> {
  const address = encodePath(path);
  const before = literally(address);
  await tx.pathRedirect.updateMany({
    where: {
      OR: [
        { target: address },
        { target: { startsWith: `${before}?` } },
        { target: { startsWith: `${before}#` } },
      ],
    },
    data: { target },
  });
}
