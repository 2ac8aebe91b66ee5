import { resolve } from "node:path";
import { exportContent } from "@letterpress/api/export/export-content";
import { openExportFolder } from "../adapters/export-folder.ts";
import { type Command, UsageError } from "./command.ts";
import { progressLine } from "./progress-line.ts";

/** Writes the content as files. */
export const exportCommand: Command = {
  name: ["export"],
  usage: "export DIR [--published]",
  summary: "Writes all content as markdown with front matter, and assets; --published leaves drafts out.",
  options: { published: { type: "boolean" } },
  endsOnSignal: true,
  async run(deps, { arguments: [given, ...more], options, signal }) {
    if (given === undefined || more.length > 0) throw new UsageError("Name one DIR to write to.");
    const folder = await openExportFolder(resolve(given));
    try {
      const report = await exportContent(deps, {
        target: folder.target,
        drafts: options.published !== true,
        signal,
        onProgress: progressLine(),
      });
      await folder.finish();
      for (const [type, { published, drafts }] of Object.entries(report.types))
        if (published + drafts > 0) console.log(`  ${type}: ${published} published, ${drafts} drafts`);
      console.log(`  ${report.assets} assets, ${report.redirects} redirects made by hand`);
      for (const [type, count] of Object.entries(report.leftOut))
        console.log(`  Left out: ${count} × ${type}, which is no content type any more.`);
      console.log(`Exported to ${resolve(given)}.`);
    } catch (error) {
      await folder.discard();
      throw error;
    }
  },
};
