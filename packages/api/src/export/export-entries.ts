import type { DbOrTx } from "@letterpress/db/create-db";
import type { Prisma } from "@letterpress/db/generated/client";
import type { ContentType } from "@letterpress/model/content-type";
import { UpgradeError, upgradeFields } from "@letterpress/model/upgrade-fields";
import { noId } from "@letterpress/model/uuid";
import { type EntryFacts, entryFile } from "./entry-file.ts";
import type { ExportTarget } from "./export-target.ts";
import { draftEnding, entryFileName } from "./file-names.ts";
import { findNames } from "./find-names.ts";

interface EntriesExport {
  type: ContentType;
  folder: string;
  /** Also what readers do not see. */
  drafts: boolean;
  signal: AbortSignal;
  /** Called with the number of entries so far. */
  onProgress: (done: number) => void;
}

/** Entries in memory at once: each may hold a megabyte. */
const pageSize = 50;

const select = {
  id: true,
  slug: true,
  version: true,
  schemaVersion: true,
  fields: true,
  createdAt: true,
  updatedAt: true,
  firstPublishedAt: true,
  stage: true,
  published: { select: { slug: true, version: true, publishedAt: true, updatedAt: true } },
  redirects: { select: { slug: true } },
} as const satisfies Prisma.EntrySelect;

type Row = Prisma.EntryGetPayload<{ select: typeof select }>;

interface Stored {
  schema: number;
  fields: Readonly<Record<string, unknown>>;
}

/**
 * Writes the entries of a type: what readers see as `slug.md`, the draft as `slug.draft.md` where it is another one.
 * Returns how many files of each there are.
 */
export async function exportEntries(db: DbOrTx, target: ExportTarget, run: EntriesExport) {
  const { type, folder } = run;
  const counts = { published: 0, drafts: 0 };
  for await (const rows of pages(db, run)) {
    run.signal.throwIfAborted();
    const shown = await publishedFields(db, type, rows);
    const drafts = new Map(rows.map((row) => [row.id, currentOrStored(type, row)]));
    const names = await findNames(
      db,
      type,
      [...shown.values(), ...drafts.values()].map(({ fields }) => fields),
    );
    for (const row of rows) {
      const write = (slug: string, ending: string, facts: EntryFacts, { fields }: Stored) =>
        target.write(
          `${folder}/${entryFileName(slug, row.id)}${ending}`,
          entryFile(type, facts, fields, names),
        );
      const draft = drafts.get(row.id);
      const published = shown.get(row.id);
      if (row.published && published) {
        counts.published++;
        await write(
          row.published.slug,
          ".md",
          publishedFacts(row, row.published, published.schema),
          published,
        );
      }
      if (draft && run.drafts && row.published?.version !== row.version) {
        counts.drafts++;
        await write(row.slug, draftEnding, draftFacts(row, draft.schema), draft);
      }
    }
    run.onProgress(counts.published + counts.drafts);
  }
  return counts;
}

async function* pages(db: DbOrTx, { type, drafts }: EntriesExport): AsyncGenerator<Row[]> {
  let after = noId;
  for (;;) {
    const rows = await db.entry.findMany({
      where: {
        type: type.name,
        deletedAt: null,
        id: { gt: after },
        ...(drafts ? {} : { publishedVersion: { not: null } }),
      },
      orderBy: { id: "asc" },
      take: pageSize,
      select,
    });
    if (rows.length > 0) yield rows;
    if (rows.length < pageSize) return;
    after = rows.at(-1)?.id ?? after;
  }
}

/** The fields behind what readers see, by entry. */
async function publishedFields(db: DbOrTx, type: ContentType, rows: Row[]): Promise<Map<string, Stored>> {
  const shown = rows.flatMap(({ id, published }) =>
    published ? [{ entryId: id, version: published.version }] : [],
  );
  if (shown.length === 0) return new Map();
  const revisions = await db.revision.findMany({
    where: { OR: shown },
    select: { entryId: true, schemaVersion: true, fields: true },
  });
  return new Map(revisions.map((revision) => [revision.entryId, currentOrStored(type, revision)]));
}

/** In the form of the type's current version; as it was stored where that cannot be made. */
function currentOrStored(type: ContentType, row: { schemaVersion: number; fields: unknown }): Stored {
  const fields = row.fields as Record<string, unknown>;
  if (row.schemaVersion >= type.version) return { schema: row.schemaVersion, fields };
  try {
    return { schema: type.version, fields: upgradeFields(type, fields, row.schemaVersion) };
  } catch (error) {
    if (!(error instanceof UpgradeError)) throw error;
    return { schema: row.schemaVersion, fields };
  }
}

function publishedFacts(row: Row, published: NonNullable<Row["published"]>, schema: number): EntryFacts {
  const isDraft = published.version === row.version;
  return {
    id: row.id,
    slug: published.slug,
    publishedAt: published.publishedAt,
    updatedAt: published.updatedAt,
    _createdAt: row.createdAt,
    ...(isDraft ? { _savedAt: row.updatedAt } : {}),
    ...redirectsOf(row),
    _schema: schema,
  };
}

function draftFacts(row: Row, schema: number): EntryFacts {
  const { firstPublishedAt } = row;
  return {
    id: row.id,
    slug: row.slug,
    ...(firstPublishedAt && !row.published ? { publishedAt: firstPublishedAt } : {}),
    updatedAt: row.updatedAt,
    ...(row.published ? {} : { _createdAt: row.createdAt }),
    ...(row.stage === "draft" ? {} : { _stage: row.stage }),
    ...(row.published ? {} : redirectsOf(row)),
    _schema: schema,
  };
}

function redirectsOf({ redirects }: Row): Pick<EntryFacts, "_redirects"> {
  const slugs = redirects.map(({ slug }) => slug).sort();
  return slugs.length === 0 ? {} : { _redirects: slugs };
}
