import { emit } from "@letterpress/db/events";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { mainLocale } from "../model/main-locale.ts";
import { encodePath, normalisePath } from "./normalise-path.ts";
import { entryAddress, pagePath } from "./page-at.ts";

/**
 * Ends a redirect, whether it was made by hand or left by an entry: the path leads nowhere then. Throws
 * `REDIRECT_MISSING`.
 */
export async function deleteRedirect(deps: Deps, actor: Actor, input: { path: string }): Promise<void> {
  const path = normalisePath(input.path) ?? "";
  await withTx(deps.db, async (tx) => {
    const [made] = await tx.$queryRaw<{ target: string }[]>`
      DELETE FROM path_redirect WHERE path = ${path} RETURNING target`;
    const target = made?.target ?? (await endLeft(deps, tx, path)) ?? fail("REDIRECT_MISSING");
    emit(tx, eventActor(actor), { name: "redirect.deleted", path, target });
  });
}

/** Ends the redirect that an entry left at the path. Gives where it led; `null` where there was none. */
async function endLeft({ model }: Deps, tx: Tx, path: string): Promise<string | null> {
  const address = entryAddress(model, path);
  if (!address) return null;
  const { type, slug } = address;
  const [left] = await tx.$queryRaw<{ slug: string }[]>`
    DELETE FROM redirect r USING published_entry p
    WHERE r.type = ${type.name} AND r.locale = ${mainLocale} AND r.slug = ${slug} AND p.entry_id = r.entry_id
    RETURNING p.slug`;
  const page = left && pagePath(type, left.slug);
  return page ? encodePath(page) : null;
}
