export interface MigrationState {
  /** Known here, not applied there; oldest first. */
  pending: string[];
  /** Applied there, not known here: the database is newer than the code. */
  unknown: string[];
  /** Begun there by a tool that does not migrate in one transaction, and never finished. */
  failed: string[];
}

/** Runs one SQL statement without parameters; a PrismaClient's `$queryRawUnsafe` and a pg Client's `query` both can. */
export type RunSql = (sql: string) => Promise<Record<string, unknown>[]>;

/** Compares the migrations of the database with those that are known here. Two cheap statements. */
export async function readMigrationState(run: RunSql, known: string[]): Promise<MigrationState> {
  // A name::text comes back in every driver; a bare regclass does not.
  const [table] = await run(`SELECT to_regclass('_prisma_migrations')::text AS name`);
  const rows =
    table?.name == null
      ? []
      : await run(
          `SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
        );
  const finished = new Set(rows.filter((row) => row.finished).map((row) => String(row.name)));
  const failed = rows.map((row) => String(row.name)).filter((name) => !finished.has(name));
  return {
    pending: known.filter((name) => !finished.has(name)),
    unknown: [...finished].filter((name) => !known.includes(name)).sort(),
    failed,
  };
}
