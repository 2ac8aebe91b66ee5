import type { EntryStage } from "./generated/enums.ts";
import type { Tx } from "./with-tx.ts";

/** Those that exist: entries with their types, but for those in the bin. */
export interface Targets {
  entries: Map<string, string>;
  assets: Set<string>;
}

/**
 * Keeps these entries from being deleted and these assets from being deleted or changed until the transaction ends,
 * and tells which of them exist.
 */
export async function keepTargets(tx: Tx, ids: { entries: string[]; assets: string[] }): Promise<Targets> {
  // Always in the order of ids, so that two publishes that share references cannot wait for each other.
  const entries =
    ids.entries.length === 0
      ? []
      : await tx.$queryRaw<{ id: string; type: string }[]>`
          SELECT id, type FROM entry WHERE id = ANY(${ids.entries}::uuid[]) AND deleted_at IS NULL
          ORDER BY id FOR KEY SHARE`;
  const assets =
    ids.assets.length === 0
      ? []
      : await tx.$queryRaw<{ id: string }[]>`
          SELECT id FROM asset WHERE id = ANY(${ids.assets}::uuid[]) ORDER BY id FOR SHARE`;
  return {
    entries: new Map(entries.map((row) => [row.id, row.type])),
    assets: new Set(assets.map((row) => row.id)),
  };
}

/** Waits for whoever changes or refers to the entry at this moment; nobody can start to until the transaction ends. */
export async function lockEntry(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM entry WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Waits for whoever publishes the asset at this moment; nobody can start to until the transaction ends. */
export async function lockAsset(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM asset WHERE id = ${id}::uuid FOR UPDATE`;
}

/** An entry as it is once nobody else changes it. */
export interface LockedEntry {
  id: string;
  version: number;
  publishedVersion: number | null;
  firstPublishedAt: Date | null;
  stage: EntryStage;
  scheduledFor: Date | null;
  scheduledVersion: number | null;
  deletedAt: Date | null;
}

/** Waits for whoever changes these entries; nobody can start to until the transaction ends. */
export async function lockEntries(tx: Tx, ids: string[]): Promise<Map<string, LockedEntry>> {
  // Always in the order of ids, so that two transactions that share entries cannot wait for each other. References to
  // them go on: these take a weaker lock. A row that had to be waited for is read as it is then.
  const rows = await tx.$queryRaw<LockedEntry[]>`
    SELECT id, version, published_version AS "publishedVersion", first_published_at AS "firstPublishedAt", stage,
      scheduled_for AS "scheduledFor", scheduled_version AS "scheduledVersion", deleted_at AS "deletedAt"
    FROM entry WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  return new Map(rows.map((row) => [row.id, row]));
}
