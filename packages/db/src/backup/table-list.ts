import type pg from "pg";

/** A table as a backup holds it. */
export interface BackupTable {
  name: string;
  /** Without those that PostgreSQL computes. */
  columns: string[];
}

interface TableRow extends BackupTable {
  pointsAt: string[];
}

/**
 * Tables whose rows a backup leaves out: the migrations, which restoring runs again, and what lets somebody in who has
 * signed out since, which processes run, and what a CDN has been told, which has kept what came later. Tables that
 * PostgreSQL itself forgets in a crash (UNLOGGED) are left out too.
 */
const leftOut = new Set(["_prisma_migrations", "session", "set_up_token", "cache_node", "event_cursor"]);

/** What is in the schema and of no extension. */
export const ownRelations = `pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
  AND NOT EXISTS (SELECT 1 FROM pg_depend d
    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`;

/** The tables of the database, as its catalogue says, each after those that its foreign keys point at. */
export async function listTables(client: pg.Client): Promise<BackupTable[]> {
  const { rows } = await client.query<TableRow>(`
    SELECT c.relname::text AS name,
      ARRAY(SELECT a.attname::text FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        ORDER BY a.attnum) AS columns,
      ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
        WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS "pointsAt"
    FROM ${ownRelations} AND c.relkind = 'r' AND c.relpersistence = 'p'
    ORDER BY c.relname`);
  return inOrder(rows.filter(({ name }) => !leftOut.has(name)));
}

function inOrder(tables: TableRow[]): BackupTable[] {
  const ordered: BackupTable[] = [];
  let waiting = tables;
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const next = waiting.filter(({ pointsAt }) => !pointsAt.some((name) => names.has(name)));
    if (next.length === 0)
      throw new Error(
        `These tables point at one another, so no order restores them: ${[...names].join(", ")}.`,
      );
    ordered.push(...next.map(({ name, columns }) => ({ name, columns })));
    waiting = waiting.filter((table) => !next.includes(table));
  }
  return ordered;
}
