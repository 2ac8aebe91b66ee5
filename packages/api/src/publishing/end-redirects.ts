import type { Tx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { mainLocale } from "../model/main-locale.ts";
import { endPathRedirects } from "../redirects/end-path-redirects.ts";
import { pagePath } from "../redirects/page-at.ts";
import type { PreparedPublish } from "./prepare-publish.ts";

/**
 * After entries are published: what led from their addresses elsewhere ends, as a redirect must not stand where a page
 * is. Not before: whoever gives up an address leaves a redirect there, and publishing waited for that.
 */
export async function endRedirects(tx: Tx, actor: Actor, entries: PreparedPublish[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.redirect.deleteMany({
    where: { OR: entries.map(({ type, slug }) => ({ type: type.name, locale: mainLocale, slug })) },
  });
  const paths = entries.flatMap(({ type, slug }) => pagePath(type, slug) ?? []);
  await endPathRedirects(tx, actor, paths);
}
