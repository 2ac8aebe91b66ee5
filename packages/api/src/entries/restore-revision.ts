import type { Prisma } from "@letterpress/db/generated/client";
import { lockEntry } from "@letterpress/db/lock-rows";
import { uniqueViolation } from "@letterpress/db/unique-violation";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { fieldsToChange } from "../evolution/current-fields.ts";
import { requireType } from "../model/require-type.ts";
import { requirePossible } from "../workflow/require-possible.ts";
import type { Entry } from "./entry.ts";
import { findEntry } from "./get-entry.ts";
import { findRevision } from "./get-revision.ts";
import { requireFreeSlug } from "./require-free-slug.ts";
import { staleDetails } from "./stale-details.ts";
import { titleOf } from "./title-of.ts";
import { writeDraft } from "./write-draft.ts";

interface Restoration {
  type: string;
  id: string;
  /** The revision whose fields and slug come back. */
  version: number;
  /** The version that the caller looked at. */
  expectedVersion: number;
}

/**
 * Makes the draft what it was in an earlier revision, as its next one; what was saved since stays in the revisions
 * between. Whether it fits the type as it is today is asked by publishing, as of every draft. Throws `ENTRY_MISSING`, `ACTION_NOT_POSSIBLE`,
 * `REVISION_MISSING`, `ENTRY_STALE`, `SLUG_TAKEN`, `ENTRY_NEWER` and `UPGRADE_FAILED`.
 */
export async function restoreRevision(deps: Deps, actor: Actor, input: Restoration): Promise<Entry> {
  const type = requireType(deps.model, input.type);
  let slug = "";
  try {
    return await withTx(deps.db, async (tx) => {
      await lockEntry(tx, input.id);
      const row = await findEntry(tx, actor, input);
      if (row.version !== input.expectedVersion)
        return fail("ENTRY_STALE", await staleDetails(tx, type, row));
      requirePossible("save", row);
      const revision = await findRevision(tx, actor, input);
      const fields = fieldsToChange(type, revision) as Prisma.InputJsonObject;
      slug = revision.slug;
      if (slug !== row.slug) await requireFreeSlug(deps, tx, { type: type.name, slug, entryId: row.id });
      const restoredVersion = revision.version;
      return writeDraft(deps, tx, actor, {
        type,
        row,
        slug,
        title: titleOf(type, fields),
        fields,
        restoredVersion,
      });
    });
  } catch (error) {
    if (uniqueViolation(error) !== "entry_type_locale_slug_key") throw error;
    return fail("SLUG_TAKEN", { slug });
  }
}
