import { emit } from "@letterpress/db/events";
import { uniqueViolation } from "@letterpress/db/unique-violation";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { mainLocale } from "../model/main-locale.ts";
import { requireType } from "../model/require-type.ts";
import { addRevision } from "./add-revision.ts";
import { type Entry, entrySelect, toEntry } from "./entry.ts";
import { eventEntry } from "./event-entry.ts";
import { findMade } from "./find-made.ts";
import { freeSlug } from "./free-slug.ts";
import { requireFreeSlug } from "./require-free-slug.ts";
import { splitFields } from "./split-fields.ts";

interface NewEntry {
  /** Chosen by a caller who may have to ask again, as it did not hear the answer. */
  id?: string | undefined;
  type: string;
  /** Already checked by the type's schema. */
  fields: Record<string, unknown>;
  /** The Studio saves by itself. */
  autosave?: boolean | undefined;
}

/**
 * Makes an entry with its first revision. Without a slug it gets one made of its title. `inTx` runs in the same
 * transaction. With the `id` of an entry that the same user has made already, answers that one. Throws `SLUG_TAKEN`,
 * and what {@link findMade} throws.
 */
export async function createEntry(
  deps: Deps,
  actor: Actor,
  input: NewEntry,
  inTx: (tx: Tx, entryId: string) => Promise<void> = async () => {},
): Promise<Entry> {
  const type = requireType(deps.model, input.type);
  const { slug: given, title, stored } = splitFields(type, {}, input.fields);
  const now = deps.clock();
  for (let attempt = 1; ; attempt++) {
    try {
      return await withTx(deps.db, create);
    } catch (error) {
      // The same call came twice at once: the next try finds what the other has made.
      if (uniqueViolation(error) === "entry_pkey" && attempt < 3) continue;
      if (uniqueViolation(error) !== "entry_type_locale_slug_key") throw error;
      if (given !== undefined) return fail("SLUG_TAKEN", { slug: given });
      // Titles that differ ("Two" and "Two 2") can lead to one slug: the next try sees that it is taken.
      if (attempt === 3) throw error;
    }
  }

  async function create(tx: Tx): Promise<Entry> {
    const made = input.id === undefined ? null : await findMade(tx, actor, { ...input, type, id: input.id });
    if (made) return toEntry(deps.model, actor, made);
    if (given !== undefined) await requireFreeSlug(deps, tx, { type: type.name, slug: given });
    const slug = given ?? (await freeSlug(deps, tx, { type: type.name, title }));
    const row = await tx.entry.create({
      data: {
        ...(input.id === undefined ? {} : { id: input.id }),
        type: type.name,
        locale: mainLocale,
        slug,
        title,
        version: 1,
        schemaVersion: type.version,
        fields: stored,
        createdById: actor.kind === "user" ? actor.userId : null,
        createdAt: now,
        updatedAt: now,
      },
      select: entrySelect,
    });
    await addRevision(tx, actor, {
      entryId: row.id,
      version: 1,
      schemaVersion: type.version,
      slug,
      fields: stored,
      createdAt: now,
      kind: input.autosave ? "autosave" : "save",
      note: "",
      sittingAt: input.autosave ? now : null,
    });
    emit(tx, eventActor(actor), { name: "entry.created", ...eventEntry(row) });
    await inTx(tx, row.id);
    return toEntry(deps.model, actor, row);
  }
}
