import { stat } from "node:fs/promises";
import { importLetterpress } from "@letterpress/api/import-letterpress/import-letterpress";
import type { ImportReport } from "@letterpress/api/import-letterpress/import-report";
import { importFolder } from "../adapters/import-folder.ts";
import { type Command, UsageError } from "./command.ts";
import { progressLine } from "./progress-line.ts";

/** Brings in files that export has written, or somebody by hand. */
export const importLetterpressCommand: Command = {
  name: ["import", "letterpress"],
  usage: "import letterpress DIR [--overwrite]",
  summary:
    "Imports what export wrote, or files like it. What is newer here is kept, unless --overwrite; nothing is deleted or unpublished.",
  options: { overwrite: { type: "boolean" } },
  endsOnSignal: true,
  async run(deps, { arguments: [folder, ...more], options, signal }) {
    if (folder === undefined || more.length > 0) throw new UsageError("Name one DIR to import.");
    const found = await stat(folder).catch(() => null);
    if (!found?.isDirectory())
      throw new UsageError(`${folder} is no folder: name one that export has written.`);
    const report = await importLetterpress(
      deps,
      { kind: "system", name: "import letterpress" },
      {
        source: importFolder(folder),
        overwrite: options.overwrite === true,
        signal,
        onProgress: progressLine(),
      },
    );
    print(report);
    if (report.failed.length > 0) process.exitCode = 1;
  },
};

function print({ entries, assets, redirects, published, kept, failed, otherFolders }: ImportReport): void {
  for (const [what, counts] of Object.entries({ entries, assets, redirects })) {
    const told = Object.entries(counts).filter(([, count]) => count > 0);
    if (told.length > 0)
      console.log(`  ${what}: ${told.map(([outcome, count]) => `${count} ${outcome}`).join(", ")}`);
  }
  console.log(`  published: ${published}`);
  for (const folder of otherFolders)
    console.log(`The folder ${folder} belongs to no content type, and was left out.`);
  if (kept.length > 0)
    console.log(
      `\nKept as they are here, where they are newer or were changed (--overwrite takes the files instead):\n  ${kept.join("\n  ")}`,
    );
  if (failed.length > 0)
    console.error(
      `\nNot imported:\n${failed.map(({ file, message }) => `  ${file}: ${message}`).join("\n")}\nMend these, and run it again.`,
    );
}
