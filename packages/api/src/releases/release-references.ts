import type { DbOrTx } from "@letterpress/db/create-db";
import { inReadTx } from "@letterpress/db/in-read-tx";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { type EntryRow, entrySelect, summarySelect } from "../entries/entry.ts";
import { type EntryStatus, entryStatuses, statusOf } from "../entries/entry-status.ts";
import type { EntryName } from "../error-details.ts";
import { LetterpressError } from "../errors.ts";
import { currentFields } from "../evolution/current-fields.ts";
import { requireType } from "../model/require-type.ts";
import { linkedIds } from "../publishing/linked-ids.ts";
import { findRelease } from "./find-release.ts";

/** An entry that one of a release refers to, and that readers would not see. */
export interface ReleaseReference extends EntryName {
  version: number;
  status: EntryStatus;
  /** The entry of the release that refers to it; the first, where several do. */
  by: EntryName;
}

const name = { type: z.string(), id: z.string(), title: z.string() };

export const releaseReferencesOutput: z.ZodType<ReleaseReference[]> = z.array(
  z.object({ ...name, version: z.number(), status: z.enum(entryStatuses), by: z.object(name) }),
);

/**
 * What the entries that a release publishes refer to, that readers do not see and that the release does not publish: it
 * stays out of their pages, which keeps nothing from being published. Nothing for a release that is. Throws
 * `RELEASE_MISSING`.
 */
export async function releaseReferences(deps: Deps, { id }: { id: string }): Promise<ReleaseReference[]> {
  return inReadTx(deps.db, async (db) => {
    const { publishedAt } = await findRelease(db, id);
    if (publishedAt !== null) return [];
    const drafts = await readDrafts(db, id);
    const by = new Map<string, { type: string; from: EntryName }>();
    for (const { row, ...draft } of drafts)
      for (const target of linkedOrNone(deps, row.type, draft))
        if (!by.has(target.id))
          by.set(target.id, { type: target.type, from: { type: row.type, id: row.id, title: row.title } });
    const published = new Set(drafts.map(({ row }) => row.id));
    const hidden = await db.entry.findMany({
      where: {
        id: { in: [...by.keys()].filter((target) => !published.has(target)) },
        publishedVersion: null,
        deletedAt: null,
        stage: { not: "archived" },
      },
      select: summarySelect,
      orderBy: [{ title: "asc" }, { id: "asc" }],
    });
    return hidden.flatMap((row) => {
      const link = by.get(row.id);
      if (link?.type !== row.type) return [];
      const { type, title, version } = row;
      return [{ type, id: row.id, title, version, status: statusOf(row), by: link.from }];
    });
  });
}

interface PinnedDraft {
  row: EntryRow;
  schemaVersion: number;
  fields: unknown;
}

/** The revisions that a release publishes. */
async function readDrafts(db: DbOrTx, releaseId: string): Promise<PinnedDraft[]> {
  const items = await db.releaseItem.findMany({
    where: { releaseId, action: "publish", entry: { deletedAt: null } },
    select: { version: true, entry: { select: entrySelect } },
    orderBy: [{ addedAt: "asc" }, { entryId: "asc" }],
  });
  const older = items.flatMap(({ version, entry }) =>
    version === null || version === entry.version ? [] : [{ entryId: entry.id, version }],
  );
  const revisions =
    older.length === 0
      ? []
      : await db.revision.findMany({
          where: { OR: older },
          select: { entryId: true, schemaVersion: true, fields: true },
        });
  const pinned = new Map(revisions.map((revision) => [revision.entryId, revision]));
  return items.map(({ entry: row }) => {
    const { schemaVersion, fields } = pinned.get(row.id) ?? row;
    return { row, schemaVersion, fields };
  });
}

/** What cannot be brought to the current version of its type is told by the release's problems. */
function linkedOrNone({ model }: Deps, typeName: string, draft: Omit<PinnedDraft, "row">) {
  if (!Object.hasOwn(model, typeName)) return [];
  const type = requireType(model, typeName);
  try {
    return linkedIds(type, currentFields(type, draft)).entries;
  } catch (error) {
    if (error instanceof LetterpressError) return [];
    throw error;
  }
}
