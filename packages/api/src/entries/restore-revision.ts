import type { Prisma } from "@letterpress/db/generated/client";
import { lockEntry } from "@letterpress/db/lock-rows";
import { uniqueViolation } from "@letterpress/db/unique-violation";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { fieldsToChange } from "../evolution/current-fields.ts";
import { requireType } from "../model/require-type.ts";
import { requirePossible } from "../workflow/require-possible.ts";
import type { Entry } from "./entry.ts";
import { findEntry } from "./get-entry.ts";
import { findRevision } from "./get-revision.ts";
import { isFreeSlug } from "./require-free-slug.ts";
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
  /** What whoever restores it says of that. */
  note?: string | undefined;
}

/**
 * Makes the draft what it was in an earlier revision, as its next one; what was saved since stays in the revisions
 * between. Where another entry has the slug of that revision by now, the entry keeps the one that it has: the slug of
 * the answer says which. Whether it fits the type as it is today is asked by publishing, as of every draft. Throws
 * `ENTRY_MISSING`, `ACTION_NOT_POSSIBLE`, `REVISION_MISSING`, `ENTRY_STALE`, `ENTRY_NEWER` and `UPGRADE_FAILED`.
 */
export async function restoreRevision(deps: Deps, actor: Actor, input: Restoration): Promise<Entry> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withTx(deps.db, (tx) => restore(deps, tx, actor, input));
    } catch (error) {
      // Somebody has taken the slug at this moment: the next try sees that.
      if (uniqueViolation(error) !== "entry_type_locale_slug_key" || attempt === 3) throw error;
    }
  }
}

async function restore(deps: Deps, tx: Tx, actor: Actor, input: Restoration): Promise<Entry> {
  const type = requireType(deps.model, input.type);
  await lockEntry(tx, input.id);
  const row = await findEntry(tx, actor, input);
  if (row.version !== input.expectedVersion) return fail("ENTRY_STALE", await staleDetails(tx, type, row));
  requirePossible("save", row);
  const revision = await findRevision(tx, actor, input);
  const fields = fieldsToChange(type, revision) as Prisma.InputJsonObject;
  const wanted = { type: type.name, slug: revision.slug, entryId: row.id };
  const slug = revision.slug === row.slug || (await isFreeSlug(deps, tx, wanted)) ? revision.slug : row.slug;
  return writeDraft(deps, tx, actor, {
    type,
    row,
    slug,
    title: titleOf(type, fields),
    fields,
    note: input.note ?? "",
    origin: { restoredVersion: revision.version },
  });
}
