import type { Tx } from "@letterpress/db/with-tx";
import { reservedSlugs } from "@letterpress/model/define-content-model";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { mainLocale } from "../model/main-locale.ts";
import { requireType } from "../model/require-type.ts";

interface WantedSlug {
  type: string;
  slug: string;
  /** The entry that it is for, when it exists: its own slug is free to it. */
  entryId?: string;
}

/** Whether neither another entry of the type has the slug, but for those in the bin, nor the server itself. */
export async function isFreeSlug(deps: Deps, tx: Tx, wanted: WantedSlug): Promise<boolean> {
  const { type, slug, entryId } = wanted;
  if (reservedSlugs(deps.model, requireType(deps.model, type)).has(slug)) return false;
  const other = await tx.entry.findFirst({
    where: {
      type,
      locale: mainLocale,
      slug,
      deletedAt: null,
      ...(entryId === undefined ? {} : { id: { not: entryId } }),
    },
    select: { id: true },
  });
  return other === null;
}

/** Throws `SLUG_TAKEN` when another entry of the type, or the server itself, has the address. */
export async function requireFreeSlug(deps: Deps, tx: Tx, wanted: WantedSlug): Promise<void> {
  if (!(await isFreeSlug(deps, tx, wanted))) fail("SLUG_TAKEN", { slug: wanted.slug });
}
