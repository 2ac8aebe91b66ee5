import { lockEntry } from "@letterpress/db/lock-rows";
import { uniqueViolation } from "@letterpress/db/unique-violation";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { fieldsToChange } from "../evolution/current-fields.ts";
import { requireType } from "../model/require-type.ts";
import { requirePossible } from "../workflow/require-possible.ts";
import type { Entry, EntryRow } from "./entry.ts";
import { freeSlug, isMadeOf } from "./free-slug.ts";
import { findEntry } from "./get-entry.ts";
import { requireFreeSlug } from "./require-free-slug.ts";
import { splitFields } from "./split-fields.ts";
import { staleDetails } from "./stale-details.ts";
import { writeDraft } from "./write-draft.ts";

interface EntrySave {
  type: string;
  id: string;
  /** The version that the changes were made to. */
  expectedVersion: number;
  /** Already checked by the type's schema. */
  fields: Record<string, unknown>;
  /** The Studio saves by itself: the next save of the same author in the same sitting stands for this one. */
  autosave?: boolean | undefined;
  /** What its author says of it. */
  note?: string | undefined;
}

/**
 * Saves changes to a draft as its next revision; changes that change nothing make none, unless there is a note to keep.
 * What is scheduled stays the revision that it is. Throws `ENTRY_MISSING`, `ACTION_NOT_POSSIBLE`, `SLUG_TAKEN`,
 * `ENTRY_NEWER`, `UPGRADE_FAILED`, and `ENTRY_STALE` with the current version and a comparison when somebody else saved
 * first: a save never overwrites what its author did not see.
 */
export async function saveEntry(deps: Deps, actor: Actor, input: EntrySave): Promise<Entry> {
  try {
    return await withTx(deps.db, (tx) => save(deps, tx, actor, input));
  } catch (error) {
    if (uniqueViolation(error) !== "entry_type_locale_slug_key") throw error;
    return fail("SLUG_TAKEN", { slug: String(input.fields.slug ?? "") });
  }
}

async function save(deps: Deps, tx: Tx, actor: Actor, input: EntrySave): Promise<Entry> {
  // Two saves of one version, or a save and a publish, take their turns here.
  await lockEntry(tx, input.id);
  const row = await findEntry(tx, actor, input);
  const type = requireType(deps.model, input.type);
  if (row.version !== input.expectedVersion)
    return fail("ENTRY_STALE", await staleDetails(tx, type, row, input));
  requirePossible("save", row);
  const change = splitFields(type, fieldsToChange(type, row), input.fields);
  const slug = await slugAfter(deps, tx, row, change);
  const { title, stored: fields } = change;
  const { autosave, note = "" } = input;
  const origin = autosave ? "autosave" : "save";
  return writeDraft(deps, tx, actor, { type, row, slug, title, fields, note, origin });
}

async function slugAfter(
  deps: Deps,
  tx: Tx,
  row: EntryRow,
  change: { slug: string | undefined; title: string },
): Promise<string> {
  const request = { type: row.type, entryId: row.id };
  if (change.slug !== undefined && change.slug !== row.slug) {
    await requireFreeSlug(deps, tx, { ...request, slug: change.slug });
    return change.slug;
  }
  // Until it is published first, a slug that was made of the title follows it; after that, links may rely on it.
  const follows = row.firstPublishedAt === null && isMadeOf(row.slug, row.title);
  return follows && change.title !== row.title
    ? freeSlug(deps, tx, { ...request, title: change.title })
    : row.slug;
}
