import { access, constants } from "node:fs/promises";
import { restoreBackup } from "../backup/restore-backup.ts";
import { type Command, UsageError } from "./command.ts";
import { progressLine } from "./progress-line.ts";

/** Fills an empty publication from a backup. */
export const restore: Command = {
  name: ["restore"],
  usage: "restore FILE",
  summary: "Fills an empty publication from a FILE that backup has written. Stop its servers first.",
  options: {},
  endsOnSignal: true,
  async run(deps, { arguments: [file, ...more], databaseUrl, signal }) {
    if (file === undefined || more.length > 0) throw new UsageError("Name one FILE to restore.");
    await access(file, constants.R_OK).catch(() => {
      throw new UsageError(`${file} cannot be read.`);
    });
    const report = await restoreBackup({ deps, databaseUrl, file, signal, onProgress: progressLine() });
    const rows = Object.values(report.rows).reduce((sum, count) => sum + count, 0);
    console.log(`Restored ${rows} rows and ${report.mediaFiles} files of assets as of ${report.createdAt}.`);
    if (report.migrated > 0) console.log(`Migrated the database (${report.migrated} migrations).`);
    console.log("Everybody signs in again. API keys that were revoked since then work again: see key list.");
  },
};
