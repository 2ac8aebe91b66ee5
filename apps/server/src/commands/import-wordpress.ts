import { constants, createReadStream } from "node:fs";
import { access, stat } from "node:fs/promises";
import type { ImportReport } from "@letterpress/api/import-wordpress/import-report";
import { importWordPress } from "@letterpress/api/import-wordpress/import-wordpress";
import { pictureFetcher } from "../adapters/fetch-picture.ts";
import { type Command, UsageError } from "./command.ts";

/** Brings in a WordPress export. */
export const importWordPressCommand: Command = {
  name: ["import", "wordpress"],
  usage: "import wordpress FILE [--keep-picture-links]",
  summary: "Imports a WordPress export (WXR). Pictures are fetched, or kept as links where they cannot be.",
  options: { "keep-picture-links": { type: "boolean" } },
  async run(deps, { arguments: [file], options }) {
    if (file === undefined) throw new UsageError("FILE is missing.");
    await access(file, constants.R_OK).catch(() => {
      throw new UsageError(`${file} cannot be read.`);
    });
    if ((await stat(file)).isDirectory())
      throw new UsageError(`${file} is a folder: name the export, an .xml file.`);
    const report = await importWordPress(
      deps,
      { kind: "system", name: "import wordpress" },
      {
        open: () => createReadStream(file),
        fetchPicture: options["keep-picture-links"] ? async () => undefined : pictureFetcher(),
        onProgress: showProgress,
      },
    );
    print(report);
  },
};

/** One line that changes on a terminal; in a log, every hundredth entry. */
function showProgress(done: number, of: number): void {
  const line = `${done} of ${of} entries`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line}${done === of ? "\n" : ""}`);
  else if (done % 100 === 0 || done === of) console.log(line);
}

function print(report: ImportReport): void {
  const nothing = Object.keys(report.imported).length === 0;
  console.log(nothing ? "\nImported nothing new." : "\nImported");
  for (const [type, count] of Object.entries(report.imported)) console.log(`  ${count} × ${type}`);
  if (report.drafts > 0) console.log(`  ${report.drafts} of them as drafts`);
  if (report.pictures > 0) console.log(`  ${report.pictures} × picture`);
  if (report.known > 0)
    console.log(`\n${report.known} entries were here from an earlier import and stay as they are.`);
  if (report.notes.length > 0) console.log("\nNot as they were:");
  for (const { title, line, notes } of report.notes) {
    console.log(`  ${title} (line ${line})`);
    for (const note of notes) console.log(`    ${note}`);
  }
  const byReason = Map.groupBy(report.leftOut, ({ reason }) => reason);
  if (byReason.size > 0) console.log("\nLeft out:");
  for (const [reason, items] of byReason) {
    console.log(`  ${items.length} × ${reason}`);
    const named = items.filter(({ title }) => title.trim() !== "").slice(0, 5);
    for (const { title, line } of named) console.log(`    ${title} (line ${line})`);
    if (items.length > named.length && named.length > 0)
      console.log(`    and ${items.length - named.length} more`);
  }
  if (report.comments > 0) console.log(`  ${report.comments} × Comments have no place here yet.`);
}
