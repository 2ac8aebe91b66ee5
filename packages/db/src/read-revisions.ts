import type { DbOrTx } from "./create-db.ts";
import { Prisma } from "./generated/client.ts";
import type { RevisionKind } from "./generated/enums.ts";

/** A revision without its fields, which can be large. */
export interface RevisionRow {
  version: number;
  schemaVersion: number;
  slug: string;
  createdAt: Date;
  kind: RevisionKind;
  note: string;
  /** A user, or an API key. */
  authorId: string | null;
  /** `null` too when the author is no user any more. */
  authorName: string | null;
}

interface EntryOf {
  type: string;
  entryId: string;
  /** Only if this user has made the entry, or it is assigned to them. */
  visibleTo: string | undefined;
}

/**
 * Revisions of an entry, newest first, in one statement; `null` when there is no such entry. `below` leaves out those
 * from this version on. Autosaves that a later save stands for are left out.
 */
export async function listRevisions(
  db: DbOrTx,
  entry: EntryOf,
  { below, limit }: { below: number | undefined; limit: number },
): Promise<RevisionRow[] | null> {
  const before = below === undefined ? Prisma.empty : Prisma.sql`AND r.version < ${below}`;
  const condition = Prisma.sql`AND NOT r.coalesced ${before}`;
  const rows = await read<RevisionRow>(db, entry, { columns: Prisma.empty, condition, limit });
  return rows.length === 0 ? null : rows.filter(isRevision);
}

export interface FullRevisionRow extends RevisionRow {
  fields: unknown;
}

/** One revision with its fields, in one statement; `null` when there is no such entry, `none` when it has no such revision. */
export async function getRevision(
  db: DbOrTx,
  entry: EntryOf,
  version: number,
): Promise<FullRevisionRow | "none" | null> {
  const condition = Prisma.sql`AND r.version = ${version}`;
  const columns = Prisma.sql`, r.fields`;
  const [row] = await read<FullRevisionRow>(db, entry, { columns, condition, limit: 1 });
  if (!row) return null;
  return isRevision(row) ? row : "none";
}

type NoRevision = { version: null };

/** An entry without a revision of the condition is one row of nulls, which tells it from one that is not there. */
function read<Row extends RevisionRow>(
  db: DbOrTx,
  { type, entryId, visibleTo }: EntryOf,
  { columns, condition, limit }: { columns: Prisma.Sql; condition: Prisma.Sql; limit: number },
): Promise<(Row | NoRevision)[]> {
  const own =
    visibleTo === undefined
      ? Prisma.empty
      : Prisma.sql`AND ${visibleTo}::uuid IN (e.created_by_id, e.assignee_id)`;
  return db.$queryRaw`
    SELECT r.version, r.schema_version AS "schemaVersion", r.slug, r.created_at AS "createdAt",
      r.kind, r.note, coalesce(r.author_id, r.author_key_id) AS "authorId",
      coalesce(u.name, k.name) AS "authorName" ${columns}
    FROM entry e
      LEFT JOIN revision r ON r.entry_id = e.id ${condition}
      LEFT JOIN "user" u ON u.id = r.author_id
      LEFT JOIN api_key k ON k.id = r.author_key_id
    WHERE e.id = ${entryId}::uuid AND e.type = ${type} AND e.deleted_at IS NULL ${own}
    ORDER BY r.version DESC LIMIT ${limit}`;
}

function isRevision<Row extends RevisionRow>(row: Row | NoRevision): row is Row {
  return row.version !== null;
}
