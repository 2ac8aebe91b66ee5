import type { Tx } from "@letterpress/db/with-tx";
import { reservedSlugs } from "@letterpress/model/define-content-model";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { mainLocale } from "../model/main-locale.ts";
import { requireType } from "../model/require-type.ts";

/** Throws `SLUG_TAKEN` when another entry of the type, or the server itself, has the address. */
export async function requireFreeSlug(
  deps: Deps,
  tx: Tx,
  request: { type: string; slug: string; entryId?: string },
): Promise<void> {
  if (reservedSlugs(deps.model, requireType(deps.model, request.type)).has(request.slug))
    fail("SLUG_TAKEN", { slug: request.slug });
  const other = await tx.entry.findFirst({
    where: {
      type: request.type,
      locale: mainLocale,
      slug: request.slug,
      ...(request.entryId === undefined ? {} : { id: { not: request.entryId } }),
    },
    select: { id: true },
  });
  if (other) fail("SLUG_TAKEN", { slug: request.slug });
}
