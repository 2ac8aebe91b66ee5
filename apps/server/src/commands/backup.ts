import { resolve } from "node:path";
import { requireWritable, writeBackup } from "../backup/write-backup.ts";
import { type Command, UsageError } from "./command.ts";
import { progressLine } from "./progress-line.ts";

/** Writes everything into one file. */
export const backup: Command = {
  name: ["backup"],
  usage: "backup FILE",
  summary:
    "Writes everything, users, history and uploaded files too, into one FILE (say, letterpress.tar.zst).",
  options: {},
  endsOnSignal: true,
  async run(deps, { arguments: [given, ...more], databaseUrl, signal }) {
    if (given === undefined || more.length > 0) throw new UsageError("Name one FILE to write.");
    const file = resolve(given);
    await requireWritable(file).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`${file} cannot be written: ${error.code}.`);
    });
    const report = await writeBackup({ deps, databaseUrl, file, signal, onProgress: progressLine() });
    const rows = Object.values(report.rows).reduce((sum, count) => sum + count, 0);
    console.log(`Wrote ${rows} rows and ${report.mediaFiles} files of assets to ${file}.`);
    if (report.missing.length === 0) return;
    process.exitCode = 1;
    console.error(
      `${report.missing.length} files that assets should have were not there, and so are not in it:\n  ${report.missing.join("\n  ")}`,
    );
  },
};
