import type { Deps } from "@letterpress/api/deps";
import { requireKnown, restoreDatabase } from "@letterpress/db/backup/restore-database";
import { migrationNames, migrationsDir } from "@letterpress/db/migration-files";
import type { BackupEnd, BackupHeader } from "./backup-format.ts";
import { BackupUnusable } from "./backup-unusable.ts";
import { readBackup } from "./read-backup.ts";

interface RestoreRun {
  deps: Pick<Deps, "storage">;
  databaseUrl: string;
  file: string;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

export interface RestoreReport extends BackupEnd {
  createdAt: string;
  /** Migrations that are newer than the backup. */
  migrated: number;
}

/**
 * Fills an empty publication from a backup: files first, then all rows in one transaction, so that what fails leaves
 * the database as it was. The file is read twice, and nothing is written before the first time has found it whole.
 * Throws `BackupUnusable` and `DatabaseUnusable`; rejects with the signal's reason when that is aborted.
 */
export async function restoreBackup(run: RestoreRun): Promise<RestoreReport> {
  const { file, signal, onProgress, databaseUrl } = run;
  const known = await migrationNames(migrationsDir);
  let header: BackupHeader | undefined;
  let checked = 0;
  await readBackup(file, {
    signal,
    onHeader(found) {
      requireKnown(found, known);
      header = found;
    },
    async onFile({ name, size }) {
      requireFitting(name, header);
      checked += size;
      onProgress(`Checking the file: ${Math.round(checked / 1_000_000)} MB`);
    },
  });
  if (!header) throw new Error("A backup without a header was taken for a whole one.");
  let end: BackupEnd | undefined;
  const migrated = await restoreDatabase(databaseUrl, header, signal, async (database) => {
    let files = 0;
    end = await readBackup(file, {
      signal,
      onHeader() {},
      async onFile({ name, bytes }) {
        const [kind = "", table = ""] = name.split("/");
        if (kind === "media") {
          await run.deps.storage.write(name.slice("media/".length), bytes);
          onProgress(`${++files} files of assets`);
        } else {
          for await (const chunk of bytes) await database.write(table, chunk);
          onProgress(`Rows of ${table}`);
        }
      },
    });
  });
  if (!end) throw new Error("A backup was restored without its end.");
  return { ...end, createdAt: header.createdAt, migrated };
}

/** The files of an asset as `assetKeys` names them, and nothing that leads elsewhere. */
const mediaFile =
  /^media\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/(original\.[0-9a-z]+|[1-9][0-9]*\.webp)$/;
const tablePiece = /^tables\/([^/]+)\/[0-9]+$/;

/** A backup that somebody else has made says where its files go. */
function requireFitting(name: string, header: BackupHeader | undefined): void {
  const [, table] = tablePiece.exec(name) ?? [];
  if (mediaFile.test(name) || header?.tables.some((one) => one.name === table)) return;
  throw new BackupUnusable(
    `Nothing was restored: the backup holds ${JSON.stringify(name)}, which Letterpress does not write. Use another one.`,
  );
}
