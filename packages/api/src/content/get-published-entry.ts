import { getPublished } from "@letterpress/db/published/get-published";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { mainLocale } from "../model/main-locale.ts";
import { toPublishedEntry } from "./to-published-entry.ts";

/** Throws `ENTRY_MISSING`. */
export async function getPublishedEntry(
  deps: Deps,
  input: { type: string } & ({ slug: string } | { id: string }),
) {
  const place = { type: input.type, locale: mainLocale };
  const row = await getPublished(
    deps.db,
    "slug" in input ? { ...place, slug: input.slug } : { ...place, entryId: input.id },
  );
  return row ? toPublishedEntry(deps.model, row) : fail("ENTRY_MISSING");
}
