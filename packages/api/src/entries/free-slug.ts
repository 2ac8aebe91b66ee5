import { lockInTx } from "@letterpress/db/lock-in-tx";
import { numberedSlugs } from "@letterpress/db/numbered-slugs";
import type { Tx } from "@letterpress/db/with-tx";
import { reservedSlugs } from "@letterpress/model/define-content-model";
import { slugMax } from "@letterpress/model/fields/slug";
import type { Deps } from "../deps.ts";
import { mainLocale } from "../model/main-locale.ts";
import { requireType } from "../model/require-type.ts";
import { slugify } from "./slugify.ts";

interface SlugRequest {
  type: string;
  title: string;
  /** The entry that the slug is for, when it exists: its own slug is free to it. */
  entryId?: string;
}

/**
 * A slug made of the title that no other entry of the type has: `title`, else `title-2`, `title-3` … It stays free
 * until the transaction ends, as others that ask for the same wait.
 */
export async function freeSlug(deps: Deps, tx: Tx, request: SlugRequest): Promise<string> {
  const base = baseOf(request.title);
  await lockInTx(tx, `slug:${request.type}:${base}`);
  const { type, entryId: exceptId } = request;
  const used = await numberedSlugs(tx, { type, locale: mainLocale, base, exceptId });
  const taken = used.union(reservedSlugs(deps.model, requireType(deps.model, type)));
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

/** Whether a slug is one that {@link freeSlug} would have made of this title. A year behind it is somebody's choice. */
export function isMadeOf(slug: string, title: string): boolean {
  const base = baseOf(title);
  return slug === base || (slug.startsWith(`${base}-`) && /^\d{1,2}$/.test(slug.slice(base.length + 1)));
}

/** Leaves room for a number. */
function baseOf(title: string): string {
  return slugify(title, slugMax - 8) || "untitled";
}
