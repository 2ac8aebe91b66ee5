import type { DbOrTx } from "@letterpress/db/create-db";
import type { Prisma } from "@letterpress/db/generated/client";
import type { ContentModel } from "@letterpress/model/content-type";
import { type EntryRow, entrySelect } from "../entries/entry.ts";
import { LetterpressError } from "../errors.ts";
import { linkedIds } from "../publishing/linked-ids.ts";
import type { PreparedPublish } from "../publishing/prepare-publish.ts";
import { prepareDraft } from "./prepare-draft.ts";

/** How far references are followed. */
const depth = 3;

/** Entries that are followed on one level at most: a preview is of a page, not of the publication. */
const widest = 100;

/**
 * The draft of an entry, and those that it leads to: of references up to three steps away, whatever readers do not see
 * as it is. `visible` says which of them may be shown; those put away are shown as they are published. Throws
 * `ENTRY_NEWER` and `UPGRADE_FAILED`, of the entry itself alone.
 */
export async function loadDrafts(
  db: DbOrTx,
  model: ContentModel,
  entry: EntryRow,
  visible: Prisma.EntryWhereInput,
): Promise<PreparedPublish[]> {
  const drafts = [await prepareDraft(db, model, entry)];
  const seen = new Set([entry.id]);
  let level = drafts;
  for (let step = 1; step <= depth && level.length > 0; step++) {
    const ids = new Set(
      level.flatMap(({ type, fields }) => linkedIds(type, fields).entries.map(({ id }) => id)),
    );
    const next = [...ids.difference(seen)].slice(0, widest);
    for (const id of next) seen.add(id);
    const rows = await db.entry.findMany({
      where: { AND: [visible, { id: { in: next }, deletedAt: null, stage: { not: "archived" } }] },
      select: entrySelect,
    });
    const found = await Promise.all(rows.map((row) => referenced(db, model, row)));
    level = found.filter((draft) => draft !== null);
    drafts.push(...level.filter(({ row }) => row.publishedVersion !== row.version));
  }
  return drafts;
}

/** What a reference leads to; `null` where it cannot be shown, and readers' version of it is. */
async function referenced(db: DbOrTx, model: ContentModel, row: EntryRow): Promise<PreparedPublish | null> {
  if (!Object.hasOwn(model, row.type)) return null;
  try {
    return await prepareDraft(db, model, row);
  } catch (error) {
    if (error instanceof LetterpressError) return null;
    throw error;
  }
}
